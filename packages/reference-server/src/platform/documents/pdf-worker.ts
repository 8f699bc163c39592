import { move } from 'piscina'
import type { PdfDocument } from './pdf-document.ts'
import { writePdf } from './write-pdf.ts'

/** Runs on a thread (heavy/print-pdf.ts). The bytes are moved to the caller, not copied. */
export const printPdf = async (document: PdfDocument): Promise<unknown> => move(await writePdf(document))
