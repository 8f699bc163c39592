import { readFile } from 'node:fs/promises'
import type { InvitationPolicy } from '../model/invitation-policy.ts'

const shipped = new URL('../../../../packs/policy/invitations.json', import.meta.url)

export const loadInvitationPolicy = async (file: URL = shipped): Promise<InvitationPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as InvitationPolicy
