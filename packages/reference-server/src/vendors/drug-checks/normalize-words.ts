/** Words in lower case without accents and punctuation, with one space between them: `allergic to penicillin`. */
export const normalizeWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
