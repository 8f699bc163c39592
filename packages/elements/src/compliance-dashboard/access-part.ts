import { html, nothing, type TemplateResult } from 'lit'
import type { AccessReview, VisitClient } from '@visitkit/sdk'
import { ProgramPart } from './program-part.ts'
import { staffRoles } from './staff-roles.ts'

interface Reviews {
  readonly items: readonly AccessReview[]
  /** The reader, who cannot confirm their own roles. */
  readonly ownId: string
}

/** Members with their roles, and when a colleague last looked at whether they still need them. */
export class AccessPart extends ProgramPart<Reviews> {
  protected override async read(client: VisitClient, signal: AbortSignal): Promise<Reviews> {
    await this.readPermissions(client, signal)
    const [{ items }, me] = await Promise.all([client.accessReviews.list({ signal }), client.me.get({ signal })])
    return { items, ownId: me.personId }
  }

  protected override view({ items, ownId }: Reviews): TemplateResult {
    const { t } = this
    return html`<p class="muted">${t('accessText')}</p>
      <ul class="lined">
        ${items.map((review) => this.#row(review, ownId))}
      </ul>`
  }

  #row({ member, reviewedOn, decision, dueOn }: AccessReview, ownId: string): TemplateResult {
    const { t } = this
    const { memberId, displayName, roles } = member
    const isOwn = memberId === ownId
    const words = staffRoles.filter((role) => roles.includes(role)).map((role) => t(`role_${role}`))
    const press = (made: 'confirmed' | 'changed') => () =>
      void this.change(
        (client, signal) => client.accessReviews.record(memberId, { decision: made, roles }, { signal }),
        t('saved'),
      )
    const signOut = () =>
      void this.ask(
        {
          ...{ key: `sign-out-${memberId}`, fields: [] },
          heading: t('signOutHeading', { name: displayName }),
          text: t('signOutText'),
          save: t('signOut'),
        },
        (_, client, signal) => client.members.signOut(memberId, { signal }),
        t('signedOut', { name: displayName }),
      )
    return html`<li class="row between wrap">
      <span class="grow">
        <b dir="auto">${displayName}</b><br /><span class="small">${this.host.format.list(words)}</span><br />
        <span class="small muted">
          ${reviewedOn && decision ? t(`decision_${decision}`, { day: this.day(reviewedOn) }) : t('neverReviewed')}
        </span>
      </span>
      <span class="row wrap">
        <span class="small num">${t('dueOn', { day: this.day(dueOn) })}</span>
        ${this.dueChip(dueOn, this.host.format.today)}
        ${
          !this.may('obligation:manage')
            ? nothing
            : isOwn
              ? html`<span class="small muted">${t('ownAccess')}</span>`
              : html`${this.button(t('confirm'), press('confirmed'), t('confirmName', { name: displayName }))}
                ${this.button(t('changed'), press('changed'), t('changedName', { name: displayName }))}`
        }
        ${
          this.may('member:manage') && !isOwn
            ? this.button(t('signOut'), signOut, t('signOutName', { name: displayName }))
            : nothing
        }
      </span>
    </li>`
  }
}
