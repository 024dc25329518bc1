// A row of a conformance table: where it is said, what is said, and how it shows.

export type Requirement<Given> = readonly [
  clause: string,
  requirement: string,
  check: (given: Given) => void | Promise<void>,
];
