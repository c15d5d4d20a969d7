/** Where the types are kept. */
export const SCHEMA: string;
/** The types of what the application asks, as source text. */
export function apiTypes(document: unknown): Promise<string>;
