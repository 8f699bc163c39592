import { html, type TemplateResult } from 'lit'
import { iconBack, iconNext } from './icons.ts'

/** The pages of an element with several, each a button that says what it is about. */
export const pageList = <Page extends string>(
  t: (key: Page | `${Page}Text` | 'heading') => string,
  pages: readonly Page[],
  onOpen: (page: Page) => void,
): TemplateResult =>
  html`<div class="card">
    <div class="pad">
      <h2 id="heading" part="heading" tabindex="-1">${t('heading')}</h2>
    </div>
    <ul class="picks">
      ${pages.map(
        (page) =>
          html`<li>
            <button class="pick" type="button" @click=${() => onOpen(page)}>
              <span class="grow"><b>${t(page)}</b><br /><span class="small muted">${t(`${page}Text`)}</span></span>
              ${iconNext}
            </button>
          </li>`,
      )}
    </ul>
  </div>`

/** One of them. `onBack` is null where there is no list to go back to. */
export const openPage = <Page extends string>(
  t: (key: Page | 'back') => string,
  page: Page,
  content: unknown,
  onBack: (() => void) | null,
): TemplateResult =>
  html`<div class="stack">
    <div ?hidden=${!onBack}>
      <button class="btn quiet start" type="button" @click=${onBack}>${iconBack} ${t('back')}</button>
    </div>
    <div class="card pad stack">
      <h2 id="heading" part="heading" tabindex="-1">${t(page)}</h2>
      ${content}
    </div>
  </div>`
