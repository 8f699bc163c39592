import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { NoteChange, NoteDifference, NoteTemplateSection, NoteVersion } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { sectionHeading, type NoteEditorTranslate } from './note-view.ts'

interface HistoryPanelView {
  readonly t: NoteEditorTranslate
  readonly format: Formatter
  readonly sections: readonly NoteTemplateSection[]
  /** The newest first; undefined while loading. */
  readonly versions: readonly NoteVersion[] | undefined
  readonly hasMore: boolean
  /** The version whose changes are shown or loading. */
  readonly shown: number | null
  readonly difference: NoteDifference | undefined
  /** A problem, shown in its place. */
  readonly problem: unknown
  readonly onCompare: (version: number, before: number) => void
  readonly onMore: () => void
  readonly onClose: () => void
}

type DifferenceParts = NoteDifference['changes'][number]['parts']

/**
 * Marked with words for screen readers, and never by color alone. These words are isolated: the direction is that of the text, whatever the
 * language of the page.
 */
const markedText = (t: NoteEditorTranslate, parts: DifferenceParts): unknown[] =>
  parts.map(({ kind, text }) => {
    if (kind === 'same') return text
    return kind === 'added'
      ? html`<ins><bdi class="visually-hidden">${t('addedText')} </bdi>${text}</ins>`
      : html`<del><bdi class="visually-hidden">${t('removedText')} </bdi>${text}</del>`
  })

const changes = ({ t, format, sections, difference }: HistoryPanelView): TemplateResult => {
  if (!difference) return html`<p class="small muted" role="status" aria-busy="true">${t('comparing')}</p>`
  if (difference.changes.length === 0) return html`<p class="small muted">${t('noChange')}</p>`
  const titleOf = ({ part, section = '' }: NoteChange): string =>
    part ? t(part) : sectionHeading(sections, section, format.tag)
  return html`${difference.changes.map(
    (change) =>
      html`<div class="tight">
        <b class="small">${titleOf(change)}</b>
        <p class="text" dir="auto">${markedText(t, change.parts)}</p>
      </div>`,
  )}`
}

/** The versions of the note and, for one of them, its changes word by word. */
export const historyPanel = (view: HistoryPanelView): TemplateResult => {
  const { t, format, versions, shown } = view
  return html`<section class="part" aria-labelledby="history">
    <div class="row between wrap">
      <h3 id="history" tabindex="-1">${t('historyHeading')}</h3>
      <button class="btn small" type="button" @click=${view.onClose}>${t('closeHistory')}</button>
    </div>
    ${view.problem || nothing}
    ${
      versions
        ? html`<ol class="rows versions-list">
            ${repeat(
              versions,
              ({ version }) => version,
              ({ version, savedAt, savedBy, status }, index) => {
                const before = versions[index + 1]
                return html`<li class="tight">
                  <div class="row wrap between">
                    <span
                      ><b class="num">${t('version', { version })}</b>
                      <span class="small muted"
                        >${format.moment(savedAt)}${format.comma}<span dir="auto">${savedBy.displayName}</span></span
                      >
                      ${status === 'draft' ? nothing : html`<span class="chip none">${t(status === 'awaiting-cosign' ? 'awaitingCosign' : status)}</span>`}</span
                    >
                    ${
                      before
                        ? html`<button
                            class="btn small"
                            type="button"
                            aria-expanded=${shown === version ? 'true' : 'false'}
                            aria-label=${t('compareWith', { version })}
                            @click=${() => view.onCompare(version, before.version)}
                          >
                            ${t('compare')}
                          </button>`
                        : version === 1
                          ? html`<span class="small muted">${t('firstVersion')}</span>`
                          : nothing
                    }
                  </div>
                  ${shown === version && !view.problem ? html`<div class="difference stack">${changes(view)}</div>` : nothing}
                </li>`
              },
            )}
          </ol>`
        : view.problem
          ? nothing
          : html`<div aria-busy="true" class="stack">
              <p class="visually-hidden" role="status">${t('historyLoading')}</p>
              <span class="skeleton target"></span><span class="skeleton target"></span>
            </div>`
    }
    ${
      view.hasMore
        ? html`<button class="btn" type="button" @click=${view.onMore}>${t('olderVersions')}</button>`
        : nothing
    }
  </section>`
}
