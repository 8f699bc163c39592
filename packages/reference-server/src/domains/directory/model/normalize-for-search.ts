/**
 * A name or number as it is compared: letters and digits alone, because people write O'Brien, O’Brien and OBrien for one name. (Case,
 * accents and spaces are the blind index's own.) What has neither letters nor digits is compared as it is.
 */
export const normalizeForSearch = (value: string): string => {
  const plain = value.normalize('NFKD').replaceAll(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '')
  return plain === '' ? value : plain
}
