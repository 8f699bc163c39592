import { readFile } from 'node:fs/promises'
import type { DraftPolicy } from '../model/draft.ts'

const shipped = new URL('../../../../packs/policy/drafts.json', import.meta.url)

export const loadDraftPolicy = async (file: URL = shipped): Promise<DraftPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as DraftPolicy
