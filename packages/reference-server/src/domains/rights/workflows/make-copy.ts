import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { ZipEntry } from '../../../platform/documents/write-zip.ts'
import { printPdf } from '../../../platform/heavy/print-pdf.ts'
import type { PatientRecord } from '../model/record.ts'
import type { RightsPorts } from '../ports.ts'
import type { FhirBundle } from '../presenters/fhir-resource.ts'
import type { ReadableRecord } from '../presenters/readable-record.ts'

const zipModule = new URL('../../../platform/documents/zip-worker.ts', import.meta.url)

const text = (content: string): Uint8Array => Buffer.from(content, 'utf8')

/** Prints and packs the copy on threads. Nothing of it is stored: it is in memory until it is sent. */
export const makeCopy = async (
  { heavyWork }: Pick<RightsPorts, 'heavyWork'>,
  context: ReadContext,
  record: PatientRecord,
  { document, html }: ReadableRecord,
  bundle: FhirBundle,
): Promise<Uint8Array> => {
  const pdf = await printPdf(heavyWork, context, document)
  const { patientId, sections, outsideRight } = record
  const entries: ZipEntry[] = [
    { name: 'record.html', bytes: text(html) },
    { name: 'record.pdf', bytes: pdf },
    { name: 'record.fhir.json', bytes: text(JSON.stringify(bundle, null, 1)) },
    { name: 'record.json', bytes: text(JSON.stringify({ patientId, ...sections, outsideRight }, null, 1)) },
    ...record.files.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }])),
  ]
  const zip = await heavyWork.run(
    context.caller,
    { module: zipModule, name: 'zipFiles', input: { entries, modifiedAt: context.now } },
    context.disconnected,
  )
  if (zip === null) throw new Error('The copy was not packed.')
  return zip
}
