import type { Requests } from './prepared-request.ts'
import { paidClaim, heldLine, unreadableFile } from './payer-payments.ts'

/** What payers send: payments, and files that cannot be read. */
export const remittanceRequests: Requests<
  | 'listRemittances'
  | 'getRemittance'
  | 'listHeldLines'
  | 'getHeldLine'
  | 'matchHeldLine'
  | 'resolveHeldLine'
  | 'resolveRemittance'
  | 'listMailboxFiles'
  | 'getMailboxFile'
  | 'reprocessMailboxFile'
  | 'resolveMailboxFile'
> = {
  listRemittances: async (hospital, person) => {
    await paidClaim(hospital, person)
    return { names: 'nothing' }
  },
  getRemittance: async (hospital, person) => ({
    path: { remittanceId: (await paidClaim(hospital, person)).remittanceId },
    names: 'organization',
  }),
  listHeldLines: async (hospital, person) => {
    await heldLine(hospital, person)
    return { names: 'nothing' }
  },
  getHeldLine: async (hospital, person) => ({
    path: { lineId: (await heldLine(hospital, person)).lineId },
    names: 'organization',
  }),
  matchHeldLine: async (hospital, person) => {
    const { lineId, claim } = await heldLine(hospital, person)
    return { path: { lineId }, body: { claimId: claim.id }, names: 'organization' }
  },
  resolveHeldLine: async (hospital, person) => ({
    path: { lineId: (await heldLine(hospital, person)).lineId },
    body: { reason: 'other-system' as const },
    names: 'organization',
  }),
  resolveRemittance: async (hospital, person) => ({
    path: { remittanceId: (await heldLine(hospital, person)).remittanceId },
    body: { reason: 'payer-corrected' as const },
    names: 'organization',
  }),
  listMailboxFiles: async (hospital) => {
    await unreadableFile(hospital)
    return { names: 'nothing' }
  },
  getMailboxFile: async (hospital) => ({ path: { fileId: await unreadableFile(hospital) }, names: 'organization' }),
  reprocessMailboxFile: async (hospital) => ({
    path: { fileId: await unreadableFile(hospital) },
    names: 'organization',
  }),
  resolveMailboxFile: async (hospital) => ({
    path: { fileId: await unreadableFile(hospital) },
    body: { reason: 'payer-corrected' as const },
    names: 'organization',
  }),
}
