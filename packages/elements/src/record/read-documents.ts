import { isProblem, type Consent, type SentFile, type VisitClient } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { documentsEn } from './documents.en.ts'

/** As many of each kind as are listed. */
export const most = 50

export interface RecordDocument {
  readonly id: string
  readonly at: string
  readonly name: string
  readonly about: string
  /** A file to save, a text to read here, or a file of a message. */
  readonly opens:
    | { readonly fileName: string; readonly file: (signal: AbortSignal) => Promise<Blob> }
    | { readonly consent: Consent }
    | { readonly sent: SentFile }
}

export interface RecordDocuments {
  readonly items: readonly RecordDocument[]
  /** Cursor of older files of messages; null at their end. */
  readonly nextFiles: string | null
}

interface ListedPage<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** A proxy may see some kinds and not others. The other kinds are listed all the same. */
const permitted = async <Item>(reading: Promise<ListedPage<Item>>): Promise<ListedPage<Item>> => {
  try {
    return await reading
  } catch (error) {
    if (isProblem(error, 'outside_proxy_scope')) return { items: [], nextCursor: null }
    throw error
  }
}

export const newestFirst = (documents: readonly RecordDocument[]): readonly RecordDocument[] =>
  documents.toSorted((one, other) => other.at.localeCompare(one.at))

interface DocumentWords {
  readonly t: Translate<typeof documentsEn>
  readonly format: Formatter
}

/** Files of one message have a number. */
export const documentsOfFiles = ({ t, format }: DocumentWords, files: readonly SentFile[]): RecordDocument[] =>
  files.map((sent, at) => {
    const isSameMessage = (one: SentFile): boolean =>
      one.thread.id === sent.thread.id && one.sentAt === sent.sentAt && one.kind === sent.kind
    const name = t(`file_${sent.kind}`, { subject: sent.thread.subject })
    const number = format.number(files.slice(0, at + 1).filter(isSameMessage).length)
    const date = format.date(sent.sentAt)
    return {
      ...{ id: sent.id, at: sent.sentAt, opens: { sent } },
      name: files.filter(isSameMessage).length > 1 ? t('fileNumber', { name, number }) : name,
      about: sent.mine ? t('sentByYou', { date }) : t('sentBy', { name: sent.from.displayName, date }),
    }
  })

export const readDocuments = async (
  client: VisitClient,
  patientId: string,
  words: DocumentWords,
  signal: AbortSignal,
): Promise<RecordDocuments> => {
  const { t, format } = words
  const options = { signal }
  const [summaries, consents, estimates, files] = await Promise.all([
    permitted(client.summaries.ofPatient(patientId, { limit: most }, options).page()),
    permitted(client.consents.list(patientId, { limit: most }, options).page()),
    permitted(client.estimates.ofPatient(patientId, { limit: most }, options).page()),
    permitted(client.attachments.ofPatient(patientId, { limit: most }, options).page()),
  ])
  const items: RecordDocument[] = [
    ...summaries.items.map(({ visitId, visitAt, visitTypeName, practitioner, publishedAt }) => ({
      id: visitId,
      at: publishedAt,
      name: t('summary', { date: format.date(visitAt) }),
      about: format.list([localized(visitTypeName, format.tag), practitioner.displayName]),
      opens: {
        fileName: t('summaryFile'),
        file: (aborts: AbortSignal) => client.summaries.pdf(visitId, { signal: aborts }),
      },
    })),
    ...consents.items.map((consent) => ({
      id: consent.id,
      at: consent.decidedAt,
      name: consent.title,
      about: t(`decision_${consent.decision}`, { date: format.date(consent.decidedAt) }),
      opens: { consent },
    })),
    ...estimates.items.flatMap(({ id, issuedAt, totalCents }) =>
      issuedAt === undefined
        ? []
        : {
            id,
            at: issuedAt,
            name: t('estimate', { date: format.date(issuedAt) }),
            about: format.money(totalCents),
            opens: {
              fileName: t('estimateFile'),
              file: (aborts: AbortSignal) => client.estimates.pdf(id, { signal: aborts }),
            },
          },
    ),
    ...documentsOfFiles(words, files.items),
  ]
  return { items: newestFirst(items), nextFiles: files.nextCursor }
}
