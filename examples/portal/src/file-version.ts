import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export const publicFolder = join(import.meta.dirname, '..', 'public')

/** Files of the elements whose names do not change with their content. */
const entries = ['visitkit.js', 'core/read-day.js']

const stateOf = async (file: string): Promise<string> => {
  const found = await stat(file).catch(() => undefined)
  return `${file} ${found?.size} ${found?.mtimeMs}`
}

/** A name for the scripts and styles as they are now. */
export const fileVersion = async (elementsFolder: string): Promise<string> => {
  const own = (await readdir(publicFolder)).map((name) => join(publicFolder, name))
  const states = await Promise.all([...own, ...entries.map((name) => join(elementsFolder, name))].map(stateOf))
  return createHash('sha256').update(states.join('\n')).digest('base64url').slice(0, 12)
}

/** The page with this version in its links: a browser keeps what it loaded under it, and asks again only after a change. */
export const linkVersion = (page: string, version: string): string =>
  page.replaceAll(/(?<= (?:href|src)=")\/(?=(?:public|elements)\/)/g, `/v/${version}/`)

/** The path of a file, and whether the link to it named a version. Files import each other by relative paths, so that it stays. */
export const withoutVersion = (path: string): { readonly path: string; readonly isVersioned: boolean } => {
  const file = /^\/v\/[\w-]+(\/(?:public|elements)\/.*)$/.exec(path)?.[1]
  return { path: file ?? path, isVersioned: file !== undefined }
}
