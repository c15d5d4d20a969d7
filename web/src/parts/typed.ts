/** What a field calls when its text changes: gives the text on. */
export const typed =
  (take: (text: string) => void) =>
  (event: { readonly currentTarget: { readonly value: string } }): void => {
    take(event.currentTarget.value);
  };
