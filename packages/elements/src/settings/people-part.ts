import { html, nothing, type TemplateResult } from 'lit'
import type { Proxy, VisitClient } from '@visitkit/sdk'
import { dayKey } from '../core/format.ts'
import { moveFocus } from '../core/focus.ts'
import { SettingsPart, typedText } from './settings-part.ts'

interface People {
  readonly items: readonly Proxy[]
  /** Only the patient invites and ends. */
  readonly isOwn: boolean
  /** The patient's zone: rights begin and end there. */
  readonly zone: string
}

/** A code that is shown once: neither the page nor the server has it afterward. */
interface ShownCode {
  readonly name: string
  readonly secret?: string
  readonly expiresAt: string
}

const scopes = ['schedule', 'visit', 'record', 'sensitive'] as const
const relationships = ['spouse', 'child', 'parent', 'caregiver', 'guardian', 'other'] as const

/** What the form of an invitation lacks. */
const noneMissing = { name: false, scope: false }

/** Who may act for the patient: invite, make a new code, end. */
export class PeoplePart extends SettingsPart<People> {
  #code: ShownCode | null = null
  #missing = noneMissing

  override reset(): void {
    super.reset()
    this.#code = null
    this.#missing = noneMissing
  }

  protected override async read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<People> {
    const [{ items }, me] = await Promise.all([
      client.proxies.list(patientId, {}, { signal }),
      client.me.get({ signal }),
    ])
    return {
      items: items.filter(({ status }) => status !== 'ended'),
      isOwn: me.kind === 'patient' && me.personId === patientId,
      zone: me.patients.find(({ id }) => id === patientId)?.zone ?? this.host.format.zone,
    }
  }

  async #invite(event: Event, { zone }: People): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const given = new FormData(form)
    const displayName = typedText(given, 'displayName')
    const scope = scopes.filter((each) => given.getAll('scope').includes(each))
    this.#missing = { name: displayName === '', scope: scope.every((each) => each === 'sensitive') }
    this.host.requestUpdate()
    if (this.#missing.name) return moveFocus(this.host, '#name')
    if (this.#missing.scope) return moveFocus(this.host, '[name="scope"]')
    const relationship = relationships.find((each) => each === given.get('relationship')) ?? 'other'
    const from = dayKey(new Date().toISOString(), zone)
    const done = await this.act(async (client, patientId, signal) => {
      const created = await client.proxies.create(patientId, { displayName, relationship, scope, from }, { signal })
      this.#code = { ...created.invitation, name: displayName }
    })
    if (!done) return
    form.reset()
    await moveFocus(this.host, '#code')
  }

  async #newCode({ id, displayName: name }: Proxy): Promise<void> {
    const done = await this.act(async (client, patientId, signal) => {
      this.#code = { ...(await client.proxies.invite(patientId, id, { signal })), name }
    })
    if (done) await moveFocus(this.host, '#code')
  }

  async #end({ id, displayName: name }: Proxy): Promise<void> {
    const done = await this.act(
      (client, patientId, signal) => client.proxies.end(patientId, id, { signal }),
      this.t('ended', { name }),
    )
    if (!done) return
    this.#code = null
    this.host.requestUpdate()
    await moveFocus(this.host, '#heading')
  }

  #codeCard({ name, secret, expiresAt }: ShownCode): TemplateResult {
    const t = this.t
    return html`<div class="code-card tight">
      <h3 id="code" tabindex="-1">${t('codeFor', { name })}</h3>
      <p class="code" dir="ltr">${secret ?? ''}</p>
      <p class="small">${t('codeText', { name, date: this.host.format.date(expiresAt) })}</p>
    </div>`
  }

  #stateOf({ status, invitation }: Proxy): string {
    if (status === 'active') return this.t('proxyActive')
    return invitation?.status === 'pending'
      ? this.t('proxyInvited', { date: this.host.format.date(invitation.expiresAt) })
      : this.t('proxyOld')
  }

  #person(proxy: Proxy, isOwn: boolean): TemplateResult {
    const t = this.t
    const { displayName: name, scope, status } = proxy
    const button = (text: string, label: string, act: () => unknown): TemplateResult =>
      html`<button class="btn small" type="button" aria-label=${label} @click=${act}>${text}</button>`
    return html`<li class="row between wrap">
      <div class="tight">
        <b dir="auto">${name}</b>
        ${scope.map((each) => html`<span class="small">${t(`scope_${each}`)}</span>`)}
        <span class="small muted">${this.#stateOf(proxy)}</span>
      </div>
      ${
        isOwn
          ? html`<span class="row wrap"
              >${status === 'invited' ? button(t('newCode'), t('newCodeFor', { name }), () => void this.#newCode(proxy)) : nothing}
              ${button(t('end'), t('endFor', { name }), () => void this.#end(proxy))}</span
            >`
          : nothing
      }
    </li>`
  }

  #form(people: People): TemplateResult {
    const t = this.t
    const { name, scope } = this.#missing
    const error = (id: string, text: string): TemplateResult => html`<p class="error" id=${id} role="alert">${text}</p>`
    return html`<form class="stack part" novalidate @submit=${(event: Event) => void this.#invite(event, people)}>
      <h3>${t('invite')}</h3>
      <div class="field">
        <label for="name">${t('theirName')}</label>
        <input
          id="name"
          name="displayName"
          dir="auto"
          required
          maxlength="120"
          autocomplete="off"
          aria-invalid=${name ? 'true' : nothing}
          aria-describedby=${name ? 'name-missing' : nothing}
        />
        ${name ? error('name-missing', t('nameMissing')) : nothing}
      </div>
      <div class="field">
        <label for="relationship">${t('relationship')}</label>
        <select id="relationship" name="relationship">
          ${relationships.map((each) => html`<option value=${each}>${t(`relationship_${each}`)}</option>`)}
        </select>
      </div>
      <fieldset class="field" aria-describedby=${scope ? 'scope-missing' : nothing}>
        <legend>${t('mayDo')}</legend>
        ${scopes.map(
          (each) =>
            html`<label class="choice"
              ><input type="checkbox" name="scope" value=${each} ?checked=${each === 'schedule'} />${t(
                `scope_${each}`,
              )}</label
            >`,
        )}
        ${scope ? error('scope-missing', t('scopeMissing')) : nothing}
      </fieldset>
      <div>
        <button class="btn primary" type="submit" aria-disabled=${this.change.busy ? 'true' : nothing}>
          ${t('makeInvitation')}
        </button>
      </div>
    </form>`
  }

  protected override view(people: People): TemplateResult {
    const t = this.t
    const { items, isOwn } = people
    return html`<div class="stack">
      <p class="muted">${t(isOwn ? 'peopleIntro' : 'peopleOnlyOwn')}</p>
      ${this.#code ? this.#codeCard(this.#code) : nothing} ${this.problem}
      ${
        items.length === 0
          ? isOwn
            ? html`<p>${t('nobody')}</p>`
            : nothing
          : html`<ul class="lined">
              ${items.map((proxy) => this.#person(proxy, isOwn))}
            </ul>`
      }
      ${isOwn ? this.#form(people) : nothing}
    </div>`
  }
}
