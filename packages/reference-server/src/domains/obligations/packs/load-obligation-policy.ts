import { readFile } from 'node:fs/promises'
import type { ObligationPolicy } from '../model/obligation-policy.ts'

const shipped = new URL('../../../../packs/policy/obligations.json', import.meta.url)

export const loadObligationPolicy = async (file: URL = shipped): Promise<ObligationPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as ObligationPolicy
