// A file as the text that it is, which Vite imports.
declare module "*?raw" {
  const text: string;
  export = text;
}
