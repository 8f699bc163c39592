/**
 * Whether two words in Latin letters are romanizations of one name. Passports, laboratories and libraries spell Юлия as Yuliya, Iuliia and
 * Julija. Vowels are never left out: of two twins called Hasan and Husayn, the consonants are the same.
 */
export const isSameRomanized = (one: string, other: string): boolean => keyOf(one) === keyOf(other)

const keyOf = (word: string): string =>
  word
    .replaceAll('x', 'ks')
    .replaceAll(/[yj]/g, 'i')
    .replaceAll(/(.)\1+/g, '$1')
