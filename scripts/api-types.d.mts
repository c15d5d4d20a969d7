/** Addresses of the API that the application asks, in a fixed order. */
export function usedPaths(): readonly string[];
