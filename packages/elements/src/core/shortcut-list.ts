import { html, render } from 'lit'
import { shortcutsMessages } from './shortcuts.messages.ts'
import type { VisitElement } from './visit-element.ts'

export interface Shortcut {
  /** One letter. */
  readonly key: string
  /** What it does, in the element's language. */
  readonly label: string
  readonly run: () => void
}

/** A dialog with the keys of the page, in which single keys can be turned off. Removed when it is closed. */
export const shortcutList = async (
  host: VisitElement,
  shortcuts: readonly Shortcut[],
  { isOn, change }: { readonly isOn: boolean; readonly change: (on: boolean) => void },
): Promise<void> => {
  const t = host.language.bundle(shortcutsMessages)
  host.language.refresh()
  await host.language.ready
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-labelledby', 'shortcuts-heading')
  const { tag, direction } = host.language
  Object.assign(dialog, { lang: tag, dir: direction })
  render(
    html`<form method="dialog">
      <div class="body pad stack">
        <h2 id="shortcuts-heading">${t('heading')}</h2>
        <ul class="tight">
          ${shortcuts.map(
            ({ key, label }) => html`<li class="row"><kbd>${key.toUpperCase()}</kbd><span>${label}</span></li>`,
          )}
          <li class="row"><kbd>?</kbd><span>${t('list')}</span></li>
          <li class="row"><kbd>Esc</kbd><span>${t('leave')}</span></li>
        </ul>
        <label class="choice"
          ><input
            type="checkbox"
            .checked=${isOn}
            @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
          />${t('use')}</label
        >
      </div>
      <div class="foot row"><button class="btn primary">${t('close')}</button></div>
    </form>`,
    dialog,
  )
  dialog.addEventListener('close', () => dialog.remove())
  host.renderRoot.append(dialog)
  dialog.showModal()
}
