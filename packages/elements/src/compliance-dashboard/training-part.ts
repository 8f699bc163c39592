import { html, nothing, type TemplateResult } from 'lit'
import type { CourseTotals, MemberTraining, TrainingCourse, TrainingStatus, VisitClient } from '@visitkit/sdk'
import { ProgramPart } from './program-part.ts'
import { staffRoles, type StaffRole } from './staff-roles.ts'

interface Trainings {
  readonly courses: readonly TrainingCourse[]
  readonly items: readonly MemberTraining[]
  readonly totals: readonly CourseTotals[]
  readonly nextCursor: string | null
  /** The reader, who does not record their own. */
  readonly ownId: string
}

const looks = {
  current: 'ok',
  'expires-soon': 'warn',
  expired: 'bad',
  missing: 'bad',
} as const satisfies Record<TrainingStatus, string>

/** Who must take which course, and until when. */
export class TrainingPart extends ProgramPart<Trainings> {
  protected override async read(client: VisitClient, signal: AbortSignal): Promise<Trainings> {
    await this.readPermissions(client, signal)
    const [courses, trainings, me] = await Promise.all([
      client.training.courses({ signal }),
      client.training.list({}, { signal }),
      client.me.get({ signal }),
    ])
    return { ...trainings, courses: courses.items.filter(({ active }) => active), ownId: me.personId }
  }

  protected override view(trainings: Trainings): TemplateResult {
    const { t } = this
    const { courses } = trainings
    const mayChange = this.may('obligation:manage')
    return html`<p class="muted">${t('trainingText')}</p>
      ${courses.length === 0 ? html`<p>${t('noCourses')}</p>` : nothing}
      ${courses.map((course) => this.#course(course, trainings, mayChange))}
      ${this.moreButton(trainings.nextCursor, async (client, cursor, signal) => {
        const page = await client.training.list({ cursor }, { signal })
        return { ...trainings, ...page, items: [...trainings.items, ...page.items] }
      })}
      ${mayChange ? html`<div>${this.button(t('addCourse'), () => void this.#add())}</div>` : nothing}`
  }

  #course(course: TrainingCourse, { items, totals, ownId }: Trainings, mayChange: boolean): TemplateResult {
    const { t } = this
    const { title, roles, stopsAccess } = course
    const members = items.filter(({ courseId }) => courseId === course.id)
    const { inTime, total } = totals.find(({ courseId }) => courseId === course.id) ?? { inTime: 0, total: 0 }
    return html`<section class="part stack">
      <div class="row between wrap">
        <div class="tight grow">
          <h3 aria-level=${this.host.headingLevel + 1} dir="auto">${title}</h3>
          <p class="small muted">
            ${t('courseFor', { roles: this.host.format.list(roles.flatMap((role) => this.#role(role))) })}
          </p>
          ${stopsAccess ? html`<p class="small">${t('courseStops')}</p>` : nothing}
        </div>
        <span class="small num">${t('of', { inTime: this.#number(inTime), total: this.#number(total) })}</span>
      </div>
      <ul class="lined">
        ${members.map((each) => this.#member(each, course, mayChange, each.member.memberId === ownId))}
      </ul>
      ${mayChange ? this.#changes(course) : nothing}
    </section>`
  }

  #changes(course: TrainingCourse): TemplateResult {
    const { t } = this
    const { title, stopsAccess } = course
    return html`<div class="row wrap">
      ${
        stopsAccess
          ? this.button(
              t('stopNoAccess'),
              () => void this.#update(course, { stopsAccess: false }),
              t('stopNoAccessName', { title }),
            )
          : this.button(
              t('stopAccess'),
              () => void this.#update(course, { stopsAccess: true }),
              t('stopAccessName', { title }),
            )
      }
      ${this.button(t('endCourse'), () => void this.#update(course, { active: false }), t('endCourseName', { title }))}
    </div>`
  }

  #role(role: TrainingCourse['roles'][number]): string[] {
    return staffRoles.filter((each) => each === role).map((each) => this.t(`role_${each}`))
  }

  #number(value: number): string {
    return this.host.format.number(value)
  }

  #member(
    { member, status, validUntil }: MemberTraining,
    { id, title }: TrainingCourse,
    mayChange: boolean,
    isOwn: boolean,
  ): TemplateResult {
    const { t } = this
    const { memberId, displayName } = member
    const names = { name: displayName, title }
    return html`<li class="row between wrap">
      <span class="grow" dir="auto">${displayName}</span>
      <span class="row wrap">
        <span class="small num"
          >${t(status === 'missing' ? 'dueOn' : 'validUntil', { day: this.day(validUntil) })}</span
        >
        <span class="chip ${looks[status]}">${t(`training_${status}`)}</span>
        ${
          !mayChange
            ? nothing
            : isOwn
              ? html`<span class="small muted">${t('ownTraining')}</span>`
              : this.button(
                  t('recordTraining'),
                  () => void this.#record(id, memberId, names),
                  t('recordTrainingName', names),
                )
        }
      </span>
    </li>`
  }

  #record(courseId: string, memberId: string, names: { readonly name: string; readonly title: string }): Promise<void> {
    const { t } = this
    return this.ask(
      {
        key: `training-${memberId}`,
        heading: t('recordTrainingName', names),
        save: t('save'),
        fields: [{ name: 'completedOn', label: t('doneOn'), kind: 'date', value: this.host.format.today }],
      },
      (values, client, signal) =>
        client.training.record(courseId, { memberId, completedOn: values.text('completedOn') }, { signal }),
    )
  }

  async #update(
    { id, version }: TrainingCourse,
    changes: { readonly active: boolean } | { readonly stopsAccess: boolean },
  ): Promise<void> {
    await this.change(
      (client, signal) => client.training.updateCourse(id, { ...changes, version }, { signal }),
      this.t('saved'),
    )
  }

  #add(): Promise<void> {
    const { t } = this
    return this.ask(
      {
        key: 'new-course',
        heading: t('addCourse'),
        save: t('save'),
        fields: [
          { name: 'title', label: t('courseTitle'), kind: 'text', most: 120 },
          { name: 'validDays', label: t('validDays'), kind: 'number', value: '365', least: 1, most: 1096 },
          {
            name: 'roles',
            label: t('courseRoles'),
            kind: 'checks',
            options: staffRoles.map((role) => [role, t(`role_${role}`)]),
          },
          { name: 'stopsAccess', label: t('stopsAccess'), hint: t('stopsAccessHint'), kind: 'check', optional: true },
        ],
      },
      (values, client, signal) =>
        client.training.createCourse(
          {
            title: values.text('title'),
            validDays: Number(values.text('validDays')),
            roles: values.all('roles') as StaffRole[],
            stopsAccess: values.has('stopsAccess'),
          },
          { signal },
        ),
    )
  }
}
