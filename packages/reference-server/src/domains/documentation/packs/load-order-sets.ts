import { readdir, readFile } from 'node:fs/promises'
import type { OrderSet, OrderSetContent } from '../model/order-set.ts'

const shipped = new URL('../../../../packs/order-sets/', import.meta.url)

interface OrderSetPack {
  readonly source: string
  /** By code. */
  readonly sets: Readonly<Record<string, Omit<OrderSetContent, 'specialties' | 'active'>>>
}

/** The order sets of the product. The name of a file is the code of a specialty. */
export const loadOrderSets = async (): Promise<readonly OrderSet[]> => {
  const names = (await readdir(shipped)).filter((name) => name.endsWith('.json')).toSorted()
  const packs = await Promise.all(
    names.map(async (name) => {
      const { sets } = JSON.parse(await readFile(new URL(name, shipped), 'utf8')) as OrderSetPack
      const specialties = [name.replace('.json', '')]
      return Object.entries(sets).map(([code, content]): OrderSet => ({
        code,
        content: { ...content, specialties, active: true },
        version: 0,
      }))
    }),
  )
  return packs.flat()
}
