import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Without the ends, which depend on adjacent bytes. */
const base64Forms = (word: string): string[] =>
  [0, 1, 2].map((offset) => {
    const encoded = Buffer.from('\0'.repeat(offset) + word).toString('base64')
    return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + word.length) * 8) / 6)).replace(/=+$/, '')
  })

/** Encodings of a word on a disk or in a log: upper case, hex, base64, UTF-16. */
const forms = (word: string): { readonly anyCase: readonly string[]; readonly exact: readonly string[] } => ({
  anyCase: [
    word,
    Buffer.from(word).toString('hex'),
    Buffer.from(word.toLowerCase()).toString('hex'),
    Buffer.from(word, 'utf16le').toString('latin1'),
  ].map((form) => form.toLowerCase()),
  exact: [...base64Forms(word), ...base64Forms(word.toLowerCase())].filter((form) => form.length >= 8),
})

/** The words that occur in these bytes, in any encoding. */
export const wordsIn = (bytes: Uint8Array | string, words: readonly string[]): string[] => {
  const text =
    typeof bytes === 'string' ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const lower = text.toLowerCase()
  return words.filter((word) => {
    const { anyCase, exact } = forms(word)
    return anyCase.some((form) => lower.includes(form)) || exact.some((form) => text.includes(form))
  })
}

export interface Hit {
  readonly path: string
  readonly words: readonly string[]
}

/** Searches each file below a folder, in the bytes on the disk. */
export const searchFolder = async (
  folder: string,
  words: readonly string[],
): Promise<{ hits: Hit[]; files: readonly string[] }> => {
  const entries: Dirent[] = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hits: Hit[] = []
  for (const file of files) {
    // PostgreSQL may have recycled a file since the folder was listed.
    const bytes = await readFile(file).catch(() => new Uint8Array())
    const found = wordsIn(bytes, words)
    if (found.length > 0) hits.push({ path: file.slice(folder.length + 1), words: found })
  }
  return { hits, files: files.map((file) => file.slice(folder.length + 1)) }
}
