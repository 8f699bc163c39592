import type { components } from '@visitkit/contract'
import type { TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

let envelope = 700_000_000

/** The same said in an envelope of its own, as a partner does that sends it again. */
export const inAnotherEnvelope = (file: string): string => {
  envelope += 1
  const [, own = ''] = /^ISA(?:\*[^*]*){12}\*(\d{9})/.exec(file) ?? []
  return file.replaceAll(own, String(envelope))
}

/** The 277CA about a claim that lies in the mailbox. */
export const acknowledgmentOf = (clinic: TestClinic, { number }: Pick<Claim, 'number'>): string => {
  const file = clinic.clearinghouse.mailbox
    .list(1_000)
    .find(({ content }) => content.includes('ST*277') && content.includes(number))
  if (!file) throw new Error('no 277CA about the claim')
  return file.content
}

/** The same 277CA with another word about its claim: `A1:20` with `WQ` goes on, `A7:464` with `U` is refused. */
export const withClaimStatus = (file: string, status: string, action: 'WQ' | 'U'): string =>
  file.replace(/STC\*A\d:[\d:PR]+\*(\d+)\*(?:WQ|U)(?=\*[\d.]+~\s*(?:REF\*1K|DTP\*472))/, `STC*${status}*$1*${action}`)

export const emptyMailbox = ({ clearinghouse: { mailbox } }: TestClinic): void => {
  for (const { id } of mailbox.list(1_000)) mailbox.delete(id)
}

/** As if it had come by the mailbox alone. */
export const receive = async (clinic: TestClinic, ...files: readonly string[]): Promise<void> => {
  for (const file of files) clinic.clearinghouse.mailbox.post(file, clinic.server.clock.now())
  await clinic.exchange()
}
