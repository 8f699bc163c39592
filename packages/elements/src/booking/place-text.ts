import { dependsOnState } from '../core/depends-on-state.ts'
import { html } from 'lit'
import { stateText } from '../core/state-text.ts'
import type { Translate } from '../core/localize.ts'
import { stateName } from '../core/us-states.ts'
import { nameOf, patientName, type BookingView } from './booking-view.ts'
import type { visitPlaceEn } from './visit-place.en.ts'

type Words = Translate<typeof visitPlaceEn>

/** "You will be in Arizona, your home state." Null if that changes nothing. */
export const placeText = (view: BookingView, t: Words): unknown => {
  const { flow } = view
  if (flow.together.length > 0) return eachAtHome(view, t)
  const { state: place, home } = flow.place
  if (!place) return null
  const name = patientName(view)
  const isHome = place === home
  const state = stateText(place)
  return name === undefined
    ? t.rich(isHome ? 'atHome' : 'away', { state })
    : t.rich(isHome ? 'atHomeFor' : 'awayFor', { state, name: html`<bdi>${name}</bdi>` })
}

/** The visits of a family are held for the home state of each. */
const eachAtHome = (view: BookingView, t: Words): unknown => {
  const { flow, host } = view
  if (!flow.visitType || !dependsOnState(flow.visitType)) return null
  const patients = flow.catalog.value?.patients ?? []
  const places = flow.together.map((patientId) => {
    const state = patients.find(({ id }) => id === patientId)?.state
    return t('inState', { name: nameOf(view, patientId), state: state ? stateName(state) : '' })
  })
  return t('eachAtHome', { places: host.format.and(places) })
}
