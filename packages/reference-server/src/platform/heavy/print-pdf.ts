import type { RequestContext } from '../contracts/context.ts'
import type { PdfDocument } from '../documents/pdf-document.ts'
import type { HeavyWork } from './heavy-work.ts'

const module = new URL('../documents/pdf-worker.ts', import.meta.url)

/** Prints a document on a thread, when it is the caller's turn. The same document is printed once for an organization. */
export const printPdf = (
  heavyWork: HeavyWork,
  { caller, disconnected }: Pick<RequestContext, 'caller' | 'disconnected'>,
  document: PdfDocument,
): Promise<Uint8Array> => heavyWork.make(caller, { module, name: 'printPdf', input: document }, disconnected)
