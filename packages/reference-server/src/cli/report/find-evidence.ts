import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEvidence, type Evidence } from './evidence.ts'

/** What only a checkout has: the tests, the mutants and what they showed. Its modules are in `prove/`, which is not published. */
interface Checkout {
  gatherEvidence(): Promise<Evidence>
  sabotage(subject: string, print: (line: string) => void): Promise<0 | 1 | 2>
}

/** Null when this is the package that npm installs. */
const checkoutFolder = import.meta.filename.endsWith('.ts') ? join(import.meta.dirname, '../../../../..') : null

export const findCheckout = async (): Promise<Checkout | null> => {
  if (checkoutFolder === null) return null
  // By a computed name, because it is not part of what is published.
  const { href } = pathToFileURL(join(checkoutFolder, 'prove/checkout.ts'))
  return ((await import(href)) as { readonly checkout: Checkout }).checkout
}

/** Written by `build.ts`: the evidence of the release. */
const ofRelease = join(import.meta.dirname, '../../evidence.json')

/** Of the file, if one is named; else of the checkout as it is now, or of the release that is installed. */
export const findEvidence = async (file: string | undefined): Promise<Evidence> => {
  const checkout = file === undefined ? await findCheckout() : null
  if (checkout !== null) return checkout.gatherEvidence()
  const path = file ?? ofRelease
  try {
    return parseEvidence(await readFile(path, 'utf8'))
  } catch (error) {
    throw new Error(`The evidence ${path} cannot be read. ${(error as Error).message}`, { cause: error })
  }
}
