import { eventMaker } from '../../platform/contracts/event.ts'

export const newReaderFound = eventMaker(
  'compliance.new-reader-found',
  (patientId: string, { accessId, tellAt }: { readonly accessId: string; readonly tellAt: Date }) => ({
    patientId,
    accessId,
    tellAt: tellAt.toISOString(),
  }),
)
