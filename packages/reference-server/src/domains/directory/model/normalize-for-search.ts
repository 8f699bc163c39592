/**
 * Normalizes a name or number for comparison: letters and digits only, because O'Brien, O’Brien and OBrien are spellings of one name. (The
 * blind index handles case, accents and spaces.) A text without letters and digits is not changed.
 */
export const normalizeForSearch = (value: string): string => {
  const plain = value.normalize('NFKD').replaceAll(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '')
  return plain === '' ? value : plain
}
