/** The words of a medicine's name, without case and accents: `Viagra 100 MG` is `viagra`, `100`, `mg`. */
export const medicineWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9.]*[a-z0-9]/g) ?? []
