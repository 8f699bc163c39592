/** `Dr. Maya Okafor` is `MO`. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => !word.endsWith('.') && !/^(dr|prof|mrs?|ms)$/i.test(word))
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()
