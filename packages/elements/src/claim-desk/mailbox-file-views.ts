import { html, nothing, type TemplateResult } from 'lit'
import type { MailboxFile } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { iconAlert } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import { column, deskRows, deskTable } from './desk-table.ts'
import type { mailboxFilesEn } from './mailbox-files.en.ts'
import { moreButton } from '../core/more-button.ts'

export type MailboxFilesTranslate = Translate<typeof mailboxFilesEn>
export interface MailboxFilesTexts {
  readonly t: MailboxFilesTranslate
  readonly format: Formatter
  readonly level: number
}

interface FileListView {
  readonly items: readonly MailboxFile[]
  readonly next: string | null
  readonly busy: boolean
  readonly problem: unknown
  readonly onOpen: (file: MailboxFile) => void
  readonly onMore: () => void
}

/** What to report to the clearinghouse or the operator of the server: the segment's standard name, or the server's fault code. */
const faultOf = (t: MailboxFilesTranslate, { fault, faultDetail, segment }: MailboxFile): unknown => {
  if (fault === undefined) return nothing
  const words = t(`fault_${fault}`)
  if (segment !== undefined)
    return t.rich('faultIn', { fault: words, segment: html`<code dir="ltr">${segment}</code>` })
  return faultDetail === undefined
    ? t('fault', { fault: words })
    : t.rich('faultWith', { fault: words, code: html`<code dir="ltr">${faultDetail}</code>` })
}

/** Files that need a person, the oldest first; nothing when there are none. */
export const fileList = (
  { t, format, level }: MailboxFilesTexts,
  view: FileListView,
): TemplateResult | typeof nothing => {
  const { items, problem, onOpen } = view
  if (items.length === 0) return nothing
  return html`<section class="part" aria-labelledby="files-heading">
    <div class="tight">
      <h3 id="files-heading" tabindex="-1" aria-level=${level + 1}>${t('heading')}</h3>
      <p class="small muted">${t('hint')}</p>
    </div>
    ${deskTable({
      kind: 'held',
      heading: 'files-heading',
      head: [column(t('columnFile')), column(t('columnPosted')), column(t('columnFault'))],
      rows: deskRows({
        format,
        items,
        idOf: ({ id }) => id,
        row: (file) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">
              <button class="open" id="file-${file.id}" type="button" @click=${() => onOpen(file)}>
                <b dir="ltr">${file.name}</b>
              </button>
            </th>
            <td role="cell" data-label=${t('columnPosted')}>${format.moment(file.postedAt)}</td>
            <td role="cell" data-label=${t('columnFault')}>
              <span class="chips"><span class="chip bad">${t(file.state)}</span></span>
            </td>
          </tr>`,
      }),
    })}
    ${problem} ${moreButton(t('more'), view)}
  </section>`
}

/** One file: its fault, and who can correct it. */
export const fileHead = ({ t, format, level }: MailboxFilesTexts, file: MailboxFile): TemplateResult =>
  html`<section class="part" aria-labelledby="file-heading">
    <div class="tight">
      <h3 id="file-heading" tabindex="-1" aria-level=${level + 1}>
        ${t.rich('fileHeading', { name: html`<span dir="ltr">${file.name}</span>` })}
      </h3>
      <p class="small muted num">${t('filePosted', { time: format.moment(file.postedAt) })}</p>
    </div>
    <div class="banner warn">
      ${iconAlert}
      <div class="tight">
        <p><b>${t(file.state)}</b></p>
        ${
          file.state === 'unreadable' || file.state === 'held' || file.state === 'failing'
            ? html`<p>${t(`why_${file.state}`)}</p>`
            : nothing
        }
        <p class="small num">
          ${faultOf(t, file)}${file.attempts > 0 ? html`. ${t('attempts', { count: file.attempts })}` : nothing}
        </p>
      </div>
    </div>
  </section>`

interface FileTextView {
  /** Undefined until requested; null if the file was read in the meantime. */
  readonly text: string | null | undefined
  readonly busy: boolean
  readonly problem: unknown
  readonly onShow: () => void
  readonly onSave: (text: string) => void
}

/** Maximum number of characters that are shown; a download has all. */
const maxShownCharacters = 20_000

/** The file's text. Read only on request, because the access is recorded. */
export const fileText = ({ t, level }: MailboxFilesTexts, view: FileTextView): TemplateResult => {
  const { text, busy, problem, onShow, onSave } = view
  const shown = text?.slice(0, maxShownCharacters).replaceAll(/~(?![\r\n])/g, '~\n')
  return html`<section class="part" aria-labelledby="file-text-heading">
    <h4 id="file-text-heading" tabindex="-1" aria-level=${level + 2}>${t('text')}</h4>
    <p class="small muted">${t(text === null ? 'textGone' : 'textHint')}</p>
    ${problem}
    ${
      typeof text === 'string'
        ? html`<pre tabindex="0" role="group" aria-labelledby="file-text-heading" dir="ltr">
${shown}${text.length > maxShownCharacters ? '…' : ''}</pre>
            <div>
              <button class="btn small" id="save-file" type="button" @click=${() => onSave(text)}>${t('save')}</button>
            </div>`
        : nothing
    }
    ${
      text === undefined
        ? html`<div>
            <button
              class="btn small"
              id="show-file"
              type="button"
              aria-disabled=${busy ? 'true' : nothing}
              @click=${onShow}
            >
              ${t(busy ? 'showing' : 'show')}
            </button>
          </div>`
        : nothing
    }
  </section>`
}
