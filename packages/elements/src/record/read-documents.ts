import { isProblem, type Consent, type Pages, type SentFile, type VisitClient } from '@visitkit/sdk'
import type { PartLoadContext } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import { localized, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { documentsEn } from './documents.en.ts'

/** Of each kind, in one page. */
const pageLimit = 50

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

/** A proxy may see some kinds and not others. The other kinds are listed all the same. */
const permitted = async <Item>(reading: Promise<LoadedPages<Item>>): Promise<LoadedPages<Item>> => {
  try {
    return await reading
  } catch (error) {
    if (isProblem(error, 'outside_proxy_scope')) return { items: [], next: null }
    throw error
  }
}

const newestFirst = (documents: readonly RecordDocument[]): readonly RecordDocument[] =>
  documents.toSorted((one, other) => other.at.localeCompare(one.at))

interface DocumentWords {
  readonly t: Translate<typeof documentsEn>
  readonly format: Formatter
}

/** Files of one message have a number. */
const documentsOfFiles = ({ t, format }: DocumentWords, files: readonly SentFile[]): RecordDocument[] =>
  files.map((sent, at) => {
    const isSameMessage = (one: SentFile): boolean =>
      one.thread.id === sent.thread.id && one.sentAt === sent.sentAt && one.kind === sent.kind
    const name = t(`file_${sent.kind}`, { subject: sent.thread.subject || t('ofVisit') })
    const number = format.number(files.slice(0, at + 1).filter(isSameMessage).length)
    const date = format.date(sent.sentAt)
    return {
      ...{ id: sent.id, at: sent.sentAt, opens: { sent } },
      name: files.filter(isSameMessage).length > 1 ? t('fileNumber', { name, number }) : name,
      about: sent.mine ? t('sentByYou', { date }) : t('sentBy', { name: sent.from.displayName, date }),
    }
  })

/** As many pages of each kind as are shown, in one list. `next` is null when each kind is at its end. */
export const readDocuments = async (
  client: VisitClient,
  patientId: string,
  words: DocumentWords,
  context: PartLoadContext,
): Promise<LoadedPages<RecordDocument>> => {
  const { t, format } = words
  const limit = { limit: pageLimit }
  const pages = <Item>(list: Pages<Item>): Promise<LoadedPages<Item>> => permitted(context.loadPages('documents', list))
  const kinds = await Promise.all([
    pages(client.summaries.ofPatient(patientId, limit, context)),
    pages(client.consents.list(patientId, limit, context)),
    pages(client.estimates.ofPatient(patientId, limit, context)),
    pages(client.attachments.ofPatient(patientId, limit, context)),
  ])
  const [summaries, consents, estimates, files] = kinds
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
  return { items: newestFirst(items), next: kinds.find(({ next }) => next !== null)?.next ?? null }
}
