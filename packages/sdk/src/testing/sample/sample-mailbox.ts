import type { MailboxFile } from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { find, instant, minute, page } from './sample-state.ts'

/** The content of the file that cannot be read: its segment count is wrong. Shortened. */
const text = [
  'ISA*00*          *00*          *ZZ*SIMCLEAR       *ZZ*SAMPLEHEALTH   *261124*1000*^*00501*000000042*0*T*:~',
  'GS*HP*SIMCLEAR*SAMPLEHEALTH*20261124*1000*42*X*005010X221A1~',
  'ST*835*0001~',
  'BPR*I*86.4*C*ACH*CTX*01*999999999*DA*0*1234567890**01*999999999*DA*0*20261124~',
  'TRN*1*EFT0000042*1234567890~',
  'SE*999*0001~',
  'GE*1*42~',
  'IEA*1*000000042~',
].join('')

/** Files of the clearinghouse that need a person: one with content that differs from its type, and one that the server fails to process. */
export const mailboxSample: SampleDomain = ({ live, now }) => {
  const files: MailboxFile[] = [
    {
      id: 'file-count',
      name: 'SAMPLE-835-0042',
      postedAt: instant(now() - 26 * 60 * minute),
      state: 'unreadable',
      fault: 'count',
      segment: 'SE',
      attempts: 0,
    },
    {
      id: 'file-failing',
      name: 'SAMPLE-277-0043',
      postedAt: instant(now() - 30 * minute),
      state: 'failing',
      fault: 'server',
      faultDetail: 'DatabaseError 23505',
      attempts: 12,
    },
  ]
  const needsResolution = ({ state }: MailboxFile): boolean => state === 'unreadable' || state === 'failing'
  const updateFile = (before: MailboxFile, after: MailboxFile): MailboxFile => {
    if (!needsResolution(before)) throw problem(409, 'already_resolved')
    files[files.indexOf(before)] = after
    live.emit({ type: 'claim.changed', ids: {} })
    return after
  }
  const handlers: TestHandlers = {
    listMailboxFiles: ({ query }) => page(files.filter(needsResolution), query),
    getMailboxFile: ({ path }) => ({ ...find(files, path.fileId), text }),
    reprocessMailboxFile: ({ path }) => {
      const before = find(files, path.fileId)
      const { id, name, postedAt } = before
      return updateFile(before, { id, name, postedAt, state: 'waiting', attempts: 0 })
    },
    resolveMailboxFile: ({ path, body: { reason } }) => {
      const before = find(files, path.fileId)
      return updateFile(before, {
        ...before,
        state: 'resolved-externally',
        externalResolution: reason,
        resolvedAt: instant(now()),
        textRetainedUntil: instant(now() + 3_653 * 1440 * minute),
      })
    },
  }
  return () => handlers
}
