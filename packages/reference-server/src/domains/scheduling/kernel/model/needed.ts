/** What visits need in addition to their practitioner, as a search asks it. */
export interface Needed {
  /** The starts at which enough of it is free, for a visit with this practitioner. */
  readonly starts: (practitionerId: string) => Uint32Array
  /** Of the group visits of this practitioner that have begun to fill, those that have taken the resource that is named. */
  readonly joinable: (practitionerId: string, sessions: Uint32Array) => Uint32Array
}
