import type { Finding } from './find-refused-words.ts'

/** `packages/sdk`, `packages/reference-server/src/domains/visits`, `tests`. */
const folderOf = (path: string): string =>
  /^packages\/reference-server\/src\/(domains|platform|vendors)\/[^/]+(?=\/)/.exec(path)?.[0] ??
  /^packages\/[^/]+/.exec(path)?.[0] ??
  /^[^/]+(?=\/)/.exec(path)?.[0] ??
  '.'

const table = (keys: readonly string[]): string =>
  [...Map.groupBy(keys, (key) => key)]
    .map(([key, all]) => ({ key, count: all.length }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ key, count }) => `${String(count).padStart(6)}  ${key}`)
    .join('\n')

/** How often words are used that are not refused yet, by folder and by word. */
export const countByFolder = (findings: readonly (Finding & { readonly path: string })[]): string =>
  findings.length === 0
    ? 'No word is used that is not refused yet.'
    : `Words that are not refused yet, by folder:\n${table(findings.map(({ path }) => folderOf(path)))}\n\nBy word:\n${table(findings.map(({ word }) => word.not))}`
