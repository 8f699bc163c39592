/** Whether one of `languages` matches the requested language. BCP 47 tags; regions are ignored. */
export const speaksLanguage = (languages: readonly string[], wanted: string): boolean =>
  languages.some((language) => primary(language) === primary(wanted))

const primary = (tag: string): string => tag.replace(/-.*$/s, '').toLowerCase()
