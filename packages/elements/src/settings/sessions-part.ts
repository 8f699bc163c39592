import { html, nothing, type TemplateResult } from 'lit'
import type { Session, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { SettingsPart } from './settings-part.ts'

/** Where the person is signed in, with a way to sign out elsewhere. */
export class SessionsPart extends SettingsPart<readonly Session[]> {
  protected override async read(client: VisitClient, _: string, signal: AbortSignal): Promise<readonly Session[]> {
    return (await client.sessions.list({ limit: 50 }, { signal }).page()).items
  }

  async #end({ id }: Session): Promise<void> {
    const done = await this.act((client, _, signal) => client.sessions.endOther(id, { signal }), this.t('signedOut'))
    if (done) await moveFocus(this.host, '#heading')
  }

  /** One after the other: the list shows what is left if one fails. */
  async #endOthers(others: readonly Session[]): Promise<void> {
    const done = await this.act(async (client, _, signal) => {
      for (const { id } of others) await client.sessions.endOther(id, { signal })
    }, this.t('signedOutElsewhere'))
    if (done) await moveFocus(this.host, '#heading')
  }

  #item(session: Session): TemplateResult {
    const { t, host } = this
    const now = new Date().toISOString()
    const when = host.format.recently(session.createdAt, now)
    return html`<li class="row between wrap">
      <div class="tight">
        <b>${t(session.current ? 'thisDevice' : 'otherDevice')}</b>
        <span class="small muted num">${t('signedInAt', { when })}</span>
        <span class="small muted num">${t('usedAt', { when: host.format.recently(session.lastActiveAt, now) })}</span>
      </div>
      ${
        session.current
          ? nothing
          : html`<button
              class="btn small"
              type="button"
              aria-label=${t('signOutOf', { when })}
              @click=${() => void this.#end(session)}
            >
              ${t('signOut')}
            </button>`
      }
    </li>`
  }

  protected override view(sessions: readonly Session[]): TemplateResult {
    const others = sessions.filter(({ current }) => !current)
    return html`${this.problem}
      ${
        others.length > 0
          ? html`<div>
              <button
                class="btn"
                type="button"
                aria-disabled=${this.change.busy ? 'true' : nothing}
                @click=${() => void this.#endOthers(others)}
              >
                ${this.t('signOutElsewhere')}
              </button>
            </div>`
          : nothing
      }
      <ul class="lined">
        ${sessions.map((session) => this.#item(session))}
      </ul>
      ${others.length === 0 ? html`<p class="muted">${this.t('onlyHere')}</p>` : nothing}`
  }
}
