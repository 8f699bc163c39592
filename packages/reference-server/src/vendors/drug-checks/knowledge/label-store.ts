import { open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LabelSet } from './ingredient-set.ts'
import type { LabelRecord } from './label-record.ts'

/** Labels of an imported release. Only their places are in memory; a label is read when it is shown. */
export interface LabelStore {
  readonly set: Pick<LabelSet, 'effectiveFrom' | 'source' | 'license'>
  /** How many drugs have a label. */
  readonly size: number
  find(rxcui: string): Promise<LabelRecord | null>
}

/** Throws if the set or its content cannot be read; the server then does not start. */
export const openLabelStore = async (path: string): Promise<LabelStore> => {
  const { content, places, labels, ...set } = JSON.parse(await readFile(path, 'utf8')) as LabelSet
  const file = join(dirname(path), content)
  const end = Math.max(0, ...Object.values(places).map(([offset, length]) => offset + length))
  if ((await stat(file)).size < end) throw new Error(`${content} is shorter than its index says.`)
  return {
    set,
    size: Object.keys(labels).length,
    find: async (rxcui) => {
      const place = places[labels[rxcui] ?? '']
      if (place === undefined) return null
      const [offset, length] = place
      const bytes = Buffer.alloc(length)
      const opened = await open(file, 'r')
      try {
        await opened.read(bytes, 0, length, offset)
      } finally {
        await opened.close()
      }
      return JSON.parse(bytes.toString('utf8')) as LabelRecord
    },
  }
}
