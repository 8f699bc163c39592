/** Whether one of `languages` serves a person who asked for `wanted`. BCP 47 tags; regions do not keep people from understanding each other. */
export const speaksLanguage = (languages: readonly string[], wanted: string): boolean =>
  languages.some((language) => primary(language) === primary(wanted))

const primary = (tag: string): string => tag.replace(/-.*$/s, '').toLowerCase()
