import type { components } from '@visitkit/contract'
import { x12Faults, type X12Fault } from '../../../../vendors/clearinghouse/x12/x12-unreadable.ts'

/** The segment tags of the 999, TA1, 277CA, 277, 835 and 271. */
const tags: ReadonlySet<string> = new Set(
  (
    'ISA GS ST SE GE IEA TA1 BHT HL NM1 N1 N3 N4 PER REF TRN DTM DTP AMT QTY ' +
    'AK1 AK2 AK9 IK3 IK4 IK5 CTX STC SVC BPR RDM LX TS2 TS3 CLP CAS MIA MOA LQ PLB CUR ' +
    'EB AAA PRV DMG INS HI HSD III LS LE MSG EQ'
  ).split(' '),
)

/** Why a part of a file that can be read is not used: it is not about us, or not about what it names. */
export const heldFaults = [
  'usage_differs',
  'receiver_differs',
  'sender_differs',
  'submitter_differs',
  'provider_differs',
  'patient_differs',
  'claim_unknown',
  'payer_differs',
  'inquiry_unknown',
  'answer_differs',
  'answer_contradictory',
] as const
/** Of a report of the payment processor, which waits in the same list. It is not read again: the processor is asked by itself. */
export const reportFaults = [
  'payment_unknown',
  'refund_unknown',
  'payment_differs',
  'report_unknown',
  'report_unreadable',
] as const
type ReportFault = (typeof reportFaults)[number]
export const isReportFault = (stored: string | null): boolean => reportFaults.some((known) => known === stored)

/** An unknown code is a fault of a file too: here it is in what is said of one claim. */
export type HeldFault = (typeof heldFaults)[number] | Extract<X12Fault, 'code'>

/**
 * A file's fault as stored: the code, and the segment tag if known. It contains nothing from the file: in a damaged file, the position of a
 * tag may contain data, such as a short name.
 */
export const faultOfFile = ({ code, segment }: { readonly code: string; readonly segment: string | null }): string =>
  segment !== null && tags.has(segment) ? `${code}:${segment}` : code

type MailboxFile = components['schemas']['MailboxFile']

const isKnown = (code: string): code is X12Fault | HeldFault | ReportFault =>
  [...x12Faults, ...heldFaults, ...reportFaults].some((known) => known === code)

/** The inverse. A fault of ours, such as `DatabaseError 23505`, names no segment. */
export const partsOfFault = (stored: string): Pick<MailboxFile, 'fault' | 'faultDetail' | 'segment'> => {
  const [code = '', segment] = stored.split(':', 2)
  if (!isKnown(code)) return { fault: 'server', faultDetail: stored }
  return segment === undefined ? { fault: code } : { fault: code, segment }
}
