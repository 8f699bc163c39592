import { readFile } from 'node:fs/promises'
import type { VisitsPolicy } from '../model/visits-policy.ts'

const shipped = new URL('../../../../packs/policy/visits.json', import.meta.url)

export const loadVisitsPolicy = async (file: URL = shipped): Promise<VisitsPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as VisitsPolicy
