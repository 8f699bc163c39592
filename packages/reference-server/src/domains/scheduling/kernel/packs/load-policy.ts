import { readFile } from 'node:fs/promises'
import { requireValidSchedulingPolicy, type SchedulingPolicy } from '../model/scheduling-policy.ts'

const shipped = new URL('../../../../../packs/policy/scheduling.json', import.meta.url)

export const loadSchedulingPolicy = async (file: URL = shipped): Promise<SchedulingPolicy> =>
  requireValidSchedulingPolicy(JSON.parse(await readFile(file, 'utf8')) as SchedulingPolicy)
