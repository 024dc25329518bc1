declare module "amphtml-validator" {
  type Fault = { readonly line: number; readonly col: number; readonly message: string };
  export function getInstance(rules: string): Promise<{
    validateString(html: string): { readonly status: string; readonly errors: readonly Fault[] };
  }>;
}
