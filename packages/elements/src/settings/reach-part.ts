import { html, nothing, type TemplateResult } from 'lit'
import type { CommunicationPreferences, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { SettingsPart } from './settings-part.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-preferences-saved': CustomEvent<{ patientId: string; language: string }>
  }
}

interface Reach {
  readonly saved: CommunicationPreferences
  /** Languages of the organization. */
  readonly languages: readonly string[]
  /** The patient, and not a person who acts for them. */
  readonly isOwn: boolean
}

const channels = ['email', 'sms', 'none'] as const
type Kind = CommunicationPreferences['muted'][number]
/** In the order of how often people ask about them. Each is sent unless it is muted. */
const kinds: readonly Exclude<Kind, 'access'>[] = [
  'appointment',
  'reminder',
  'message',
  'result',
  'summary',
  'prescription',
  'outreach',
]
const usualQuietHours = { from: '21:00', to: '08:00' }

/** How a patient receives notices: the channel, addresses, language, quiet hours and kinds. */
export class ReachPart extends SettingsPart<Reach> {
  /** What the person changed and has not saved. */
  #draft: Partial<CommunicationPreferences> = {}

  override reset(): void {
    super.reset()
    this.#draft = {}
  }

  protected override async read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<Reach> {
    const [saved, organization, me] = await Promise.all([
      client.preferences.get(patientId, { signal }),
      client.organization.get({ signal }),
      client.me.get({ signal }),
    ])
    return {
      saved,
      languages: [...new Set([...organization.languages, saved.language])],
      isOwn: me.kind === 'patient' && me.personId === patientId,
    }
  }

  #set(change: Partial<CommunicationPreferences>): void {
    this.#draft = { ...this.#draft, ...change }
    this.host.requestUpdate()
  }

  async #save(event: Event, { saved }: Reach): Promise<void> {
    event.preventDefault()
    const { channel, email, phone, language, quietHours, muted, tellFirstAccess } = { ...saved, ...this.#draft }
    const addresses = { ...(email?.trim() && { email: email.trim() }), ...(phone?.trim() && { phone: phone.trim() }) }
    const access = tellFirstAccess === undefined ? {} : { tellFirstAccess }
    const body = { channel, ...addresses, language, quietHours, muted, ...access, version: saved.version }
    const done = await this.act(
      (client, patientId, signal) => client.preferences.put(patientId, body, { signal }),
      this.t('saved'),
    )
    if (!done) return this.#afterRefusal()
    this.#draft = {}
    emit(this.host, 'visit-preferences-saved', { patientId: saved.patientId, language })
  }

  /** After another change the next save is based on what is kept now; the person's own changes stay. */
  #afterRefusal(): void {
    if (this.change.problem?.code === 'version_conflict') this.host.startAgain()
  }

  #address(name: 'email' | 'phone', value: string, isOwn: boolean): TemplateResult {
    const isEmail = name === 'email'
    return html`<div class="field">
      <label for=${name}>${this.t(name)}</label>
      <p class="hint" id="${name}-hint">
        ${this.t('addressHint')}${isOwn ? html` <br />${this.t('ownAddressHint')}` : nothing}
      </p>
      <input
        id=${name}
        type=${isEmail ? 'email' : 'tel'}
        dir="ltr"
        autocomplete=${isEmail ? 'email' : 'tel'}
        maxlength="254"
        aria-describedby="${name}-hint"
        .value=${value}
        @input=${(event: Event) => this.#set({ [name]: (event.target as HTMLInputElement).value })}
      />
    </div>`
  }

  #quiet(quietHours: CommunicationPreferences['quietHours']): TemplateResult {
    const t = this.t
    const time = (name: 'from' | 'to', label: string, hours: NonNullable<typeof quietHours>): TemplateResult =>
      html`<div class="field">
        <label for="quiet-${name}">${label}</label>
        <input
          id="quiet-${name}"
          type="time"
          required
          .value=${hours[name]}
          @input=${(event: Event) => {
            const { value } = event.target as HTMLInputElement
            if (value) this.#set({ quietHours: { ...hours, [name]: value } })
          }}
        />
      </div>`
    return html`<div class="stack">
      <label class="choice"
        ><input
          type="checkbox"
          .checked=${quietHours !== null}
          @change=${(event: Event) => this.#set({ quietHours: (event.target as HTMLInputElement).checked ? usualQuietHours : null })}
        />${t('quiet')}</label
      >
      ${
        quietHours
          ? html`<p class="hint">${t('quietHint')}</p>
              <div class="pair">
                ${time('from', t('quietFrom'), quietHours)}${time('to', t('quietTo'), quietHours)}
              </div>`
          : nothing
      }
    </div>`
  }

  /** Sent only to who asks for it, and chosen only by who may read who opened the record. */
  #access(tellFirstAccess: boolean | undefined): TemplateResult | typeof nothing {
    const t = this.t
    if (tellFirstAccess === undefined) return nothing
    return html`<label class="choice"
        ><input
          type="checkbox"
          aria-describedby="access-hint"
          .checked=${tellFirstAccess}
          @change=${(event: Event) => this.#set({ tellFirstAccess: (event.target as HTMLInputElement).checked })}
        />${t('kind_access')}</label
      >
      <p class="hint" id="access-hint">${t('accessHint')} ${t('accessMessage')}</p>`
  }

  #kinds({ muted, tellFirstAccess }: Pick<CommunicationPreferences, 'muted' | 'tellFirstAccess'>): TemplateResult {
    const t = this.t
    return html`<fieldset class="field">
      <legend>${t('kinds')}</legend>
      ${kinds.map(
        (kind) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              .checked=${!muted.includes(kind)}
              @change=${(event: Event) => {
                const others = muted.filter((one) => one !== kind)
                this.#set({ muted: (event.target as HTMLInputElement).checked ? others : [...others, kind] })
              }}
            />${t(`kind_${kind}`)}</label
          >`,
      )}
      ${this.#access(tellFirstAccess)}
    </fieldset>`
  }

  protected override view(reach: Reach): TemplateResult {
    const t = this.t
    const chosen = { ...reach.saved, ...this.#draft }
    const { channel, email = '', phone = '', language, quietHours, stopped, needsConsent } = chosen
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.#save(event, reach)}>
      <fieldset class="field">
        <legend>${t('channel')}</legend>
        <p class="hint">${t('channelHint')}</p>
        ${channels.map(
          (each) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="channel"
                value=${each}
                .checked=${each === channel}
                @change=${() => this.#set({ channel: each })}
              />${t(`channel_${each}`)}</label
            >`,
        )}
      </fieldset>
      ${channel === 'email' ? this.#address('email', email, reach.isOwn) : nothing}
      ${channel === 'sms' ? this.#address('phone', phone, reach.isOwn) : nothing}
      ${stopped ? html`<p class="banner warn">${t('stopped')}</p>` : nothing}
      ${needsConsent && channel === 'sms' ? html`<p class="banner warn">${t('needsConsent')}</p>` : nothing}
      <div class="field">
        <label for="language">${t('language')}</label>
        <select
          id="language"
          @change=${(event: Event) => this.#set({ language: (event.target as HTMLSelectElement).value })}
        >
          ${reach.languages.map(
            (code) =>
              html`<option value=${code} lang=${code} ?selected=${code === language}>
                ${new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code}
              </option>`,
          )}
        </select>
      </div>
      ${channel === 'none' ? nothing : [this.#quiet(quietHours), this.#kinds(chosen)]} ${this.problem}
      <div>
        <button class="btn primary" type="submit" aria-disabled=${this.change.busy ? 'true' : nothing}>
          ${t(this.change.busy ? 'saving' : 'save')}
        </button>
      </div>
      ${this.change.value && Object.keys(this.#draft).length === 0 ? html`<p><b>${t('saved')}</b></p>` : nothing}
    </form>`
  }
}
