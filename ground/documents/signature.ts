// Where issuer and date stand at the end (7.3.5.1, with a seal): the date four characters from the right, the issuer above
// it with their middles one over the other, and never further out than the text.

/** Width in characters of the text; ASCII takes half of one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u0080' ? 0.5 : 1), 0)
}

/** Indents from the right, in characters. */
export function signaturePlaces(issuer: string, day: string): { readonly issuer: number; readonly day: number } {
  const [wide, short] = [widthOf(issuer), widthOf(day)]
  if (wide <= short + 8) return { issuer: 4 + (short - wide) / 2, day: 4 }
  // An issuer wider than that ends at the margin, and the date moves under its middle.
  return { issuer: 0, day: (wide - short) / 2 }
}
