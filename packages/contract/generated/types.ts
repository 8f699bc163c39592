// Generated from the TypeSpec files beside this folder by `npm run generate`. Do not edit.
export interface paths {
    "/v1/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everything one person did, newest first. For privacy officers and auditors; members see their own. */
        get: operations["listActorAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Appointments of a patient or of a practitioner, by start. */
        get: operations["listAppointments"];
        put?: never;
        /** @description Books a held time. Safe to retry. */
        post: operations["bookAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One appointment. */
        get: operations["getAppointment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A calendar file (RFC 5545). Says when and where to click, and nothing about health. */
        get: operations["getAppointmentCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Cancels it. The time is free again at once. */
        post: operations["cancelAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says where the patient is and how to call back, and joins the line. Refused where the practitioner holds no licence. */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The questionnaires of an appointment, with what has been answered. */
        get: operations["listIntake"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/intake/{questionnaireCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Keeps a draft. Incomplete answers are welcome; nothing typed is lost. An answer that sets off an emergency rule tells the clinic at once. */
        put: operations["saveIntake"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/intake/{questionnaireCode}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Hands the answers in: complete, scored, kept with who answered and when. */
        post: operations["submitIntake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Moves it to a held time. The old time is free again at once. */
        post: operations["rescheduleAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The visit of an appointment, once checked in. */
        get: operations["getVisitOfAppointment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The current published texts. */
        get: operations["listConsentDocuments"];
        put?: never;
        /** @description Publishes a text, a new version or a translation. Refused without the clauses that its purpose requires. */
        post: operations["publishConsentDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent-documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One text; the current version unless another is named. */
        get: operations["getConsentDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{consentId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The signed evidence of one decision. */
        get: operations["getConsentEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{consentId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes a consent back. Acts at once on a live visit; what happened before stays lawful. */
        post: operations["revokeConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Keeps a time for five minutes. */
        post: operations["holdSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Lets the time go. */
        delete: operations["releaseHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{holdId}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Keeps it for five more. */
        post: operations["renewHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The same stream as server-sent events, for networks that block sockets. Each `data:` line is a LiveMessage. */
        get: operations["streamLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A one-use ticket for the live WebSocket. */
        post: operations["createLiveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The person behind the session, with the patients they may act for. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everyone who works for the organization. For administrators. */
        get: operations["listMembers"];
        put?: never;
        /** @description Adds a member with roles. A privilege change: always audited. */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Changes roles or disables a member. Disabling or losing a role ends the person's sessions at once. */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The health system of this session: brand, languages, contact. */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Changes brand, languages, contact or video vendor. For administrators. */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/v1/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Registers a patient. */
        post: operations["createPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Finds patients by exact family name, birth date or record number. A POST, so that no name stands in a URL. */
        post: operations["searchPatients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One patient's demographics. */
        get: operations["getPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Changes a patient's demographics. */
        patch: operations["updatePatient"];
        trace?: never;
    };
    "/v1/patients/{patientId}/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everyone who touched this patient's information, newest first. Patients see their own. */
        get: operations["listPatientAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/consent-requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What this patient still has to decide before a visit of this type. */
        get: operations["listConsentRequirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The patient's decisions, newest first. */
        get: operations["listConsents"];
        put?: never;
        /** @description Records a decision with its evidence. Declining is a decision too and closes no door. */
        post: operations["decideConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/proxies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who may act for the patient. */
        get: operations["listProxies"];
        put?: never;
        /** @description Lets a person act for the patient. Asks for a fresh proof of identity. */
        post: operations["createProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/proxies/{proxyId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a proxy's right today. Their sessions for this patient end at once. */
        post: operations["endProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practitioners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Practitioners, by specialty, language or state of licence. */
        get: operations["listPractitioners"];
        put?: never;
        /** @description Adds a practitioner. For administrators. */
        post: operations["createPractitioner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practitioners/{practitionerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One practitioner, with licences. */
        get: operations["getPractitioner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Changes a practitioner; slots follow within a second. For administrators. */
        patch: operations["updatePractitioner"];
        trace?: never;
    };
    "/v1/practitioners/{practitionerId}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A practitioner's week and its exceptions. */
        get: operations["getAvailability"];
        /** @description Replaces a practitioner's week and exceptions. Booked appointments stay. */
        put: operations["putAvailability"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practitioners/{practitionerId}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who is waiting for a practitioner. */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Tells waiting patients that the practitioner is away for a moment, or back. */
        patch: operations["pauseQueue"];
        trace?: never;
    };
    "/v1/questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The organization's questionnaires. */
        get: operations["listQuestionnaires"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questionnaires/{questionnaireCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One questionnaire, by its code. */
        get: operations["getQuestionnaire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The session that asks, with its limits. Asking does not count as activity. */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** @description Signs out: the session, its live stream and its seats end at once. */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The person says that they are still here. */
        post: operations["extendSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The caller's sessions that have not ended. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Ends another session of the same person, e.g. on a lost phone. */
        delete: operations["endSessionById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Bookable times: by visit type, practitioner, language and the patient's state and age. At most 31 days a call. */
        get: operations["searchSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/specialties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The specialties that have something to book. */
        get: operations["listSpecialties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Exchanges a portal's proof of a person, a client credential or a refresh token for an access token. */
        post: operations["exchangeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visit-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What can be booked. */
        get: operations["listVisitTypes"];
        put?: never;
        /** @description Adds something to book. For administrators. */
        post: operations["createVisitType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One visit. */
        get: operations["getVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Lets the patient into the room. Consent and licence are checked once more. */
        post: operations["admitPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/device-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Keeps the result of the camera, sound and connection check. */
        put: operations["recordDeviceCheck"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends the visit for everyone. For the practitioner. */
        post: operations["endVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Corrects where the patient is, before or during the visit. The licence is checked again. */
        put: operations["changeVisitLocation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The patient's place in line and how long it usually takes. Says that the waiting room is open on their screen, and keeps the session
         *     of whoever waits: nobody is signed out for waiting.
         */
        get: operations["getQueuePlace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A seat in the room: the right to join, with what the video vendor needs. Patients get one once admitted. */
        post: operations["takeSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/seats/{seatId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Leaves the room. The visit goes on; the seat can be taken again. */
        post: operations["leaveSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Hands a driver's message to the other browsers of a room. The live socket does the same; this is for networks that block it. */
        post: operations["sendSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/video/{vendor}/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What a video vendor tells us. Believed only with a valid signature over the exact bytes. */
        post: operations["receiveVideoWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One audited act on one patient's information. FHIR: AuditEvent. */
        Access: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            patientId: components["schemas"]["Id"] | null;
            actor: {
                /** @enum {string} */
                kind: "patient" | "proxy" | "member" | "service" | "system";
                id: components["schemas"]["Id"];
                /** @description Who it was; a role where the organization's policy hides names of staff. */
                displayName: string;
                role: string;
            };
            /** @enum {string} */
            action: "create" | "read" | "search" | "update" | "delete" | "execute" | "print" | "export";
            /** @description What was touched, e.g. `Visit`; elements put it into plain words. */
            entity: string;
            /** @description Why, as a code, e.g. `visit`; elements put it into plain words. */
            because: string;
            /** @enum {string} */
            outcome: "done" | "refused" | "failed";
            /** @description The application through which it happened. */
            application: string;
            /**
             * Format: int64
             * @description The row's place in the sealed ledger; absent for the first second or so.
             */
            sequence?: number;
        };
        Address: {
            line1: string;
            line2?: string;
            city: string;
            state: components["schemas"]["StateCode"];
            postalCode?: string;
        };
        AgeRange: {
            /**
             * Format: int32
             * @description Youngest age in whole years, inclusive.
             */
            from: number;
            /**
             * Format: int32
             * @description Oldest age in whole years, inclusive.
             */
            to: number;
        };
        /** @description One given value; exactly one property is set. FHIR: QuestionnaireResponse.item.answer.value[x]. */
        AnswerValue: {
            boolean?: boolean;
            /** Format: int32 */
            integer?: number;
            /** Format: double */
            decimal?: number;
            text?: string;
            /** Format: date */
            date?: string;
            /** @description Code of a chosen option. */
            code?: string;
        };
        /** @description A booked time. FHIR: Appointment. */
        Appointment: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description For members: who it is. */
            patient?: components["schemas"]["PatientSummary"];
            practitioner: components["schemas"]["PractitionerSummary"];
            visitTypeId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            specialty: string;
            modality: components["schemas"]["Modality"];
            requiredConsents: components["schemas"]["ConsentPurpose"][];
            questionnaires: string[];
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            status: components["schemas"]["AppointmentStatus"];
            reason?: string;
            language?: components["schemas"]["Language"];
            /** @description The latest moment at which the patient may cancel or move it. */
            changeableUntil: components["schemas"]["Instant"];
            /** @description When check-in opens. */
            checkInFrom: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        AppointmentStatus: "booked" | "checked-in" | "in-progress" | "completed" | "cancelled" | "no-show";
        /** @description When a practitioner works, in their own zone. FHIR: Schedule. */
        Availability: {
            practitionerId: components["schemas"]["Id"];
            zone: components["schemas"]["Zone"];
            weekly: components["schemas"]["WeeklyWindow"][];
            exceptions: components["schemas"]["AvailabilityException"][];
            /** Format: int32 */
            version: number;
        };
        /** @description A date on which the week does not hold. */
        AvailabilityException: {
            /** Format: date */
            date: string;
            /** @description The whole day's windows; empty for a day off. */
            windows: components["schemas"]["AvailabilityWindow"][];
        };
        AvailabilityWindow: {
            from: components["schemas"]["WallTime"];
            to: components["schemas"]["WallTime"];
            /** @description Only these visit types; all of the practitioner's when absent. */
            visitTypeIds?: components["schemas"]["Id"][];
        };
        BookAppointment: {
            holdId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description In the patient's own words. */
            reason?: string;
            /** @description The language to be spoken. */
            language?: components["schemas"]["Language"];
        };
        /** @description How the health system looks. Elements take every colour from here; nothing of ours shows. */
        Brand: {
            name: string;
            /** @description Buttons and links. Elements adjust or refuse a colour whose text could not be read (WCAG 2.2, 1.4.3). */
            accentColor: string;
            logoUrl?: string;
        };
        CancelAppointment: {
            /** @enum {string} */
            because: "patient-request" | "practitioner-unavailable" | "no-longer-needed" | "booked-in-error" | "other";
        };
        CheckIn: {
            location: components["schemas"]["PatientLocation"];
            /** @description Where to reach the patient if the connection drops. */
            callbackPhone: components["schemas"]["Phone"];
            emergencyContact?: components["schemas"]["EmergencyContact"];
        };
        /** @description One person's decision on one version. FHIR: Consent with Provenance. */
        Consent: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            documentId: components["schemas"]["Id"];
            /** Format: int32 */
            documentVersion: number;
            language: components["schemas"]["Language"];
            purpose: components["schemas"]["ConsentPurpose"];
            title: string;
            /** @enum {string} */
            decision: "granted" | "declined";
            /** @enum {string} */
            status: "active" | "declined" | "revoked" | "superseded";
            decidedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            decidedByKind: "patient" | "proxy" | "member";
            signedName?: string;
            revokedAt?: components["schemas"]["Instant"];
            contentHash: string;
        };
        /** @description One version of a text in one language. Published texts never change. */
        ConsentDocument: {
            id: components["schemas"]["Id"];
            /** Format: int32 */
            version: number;
            language: components["schemas"]["Language"];
            purpose: components["schemas"]["ConsentPurpose"];
            title: string;
            sections: components["schemas"]["ConsentSection"][];
            /** @description SHA-256, hex, of the exact bytes of title and sections as canonical JSON (RFC 8785). A decision names it. */
            contentHash: string;
            /** @enum {string} */
            status: "published" | "superseded";
            /** @description A material change asks everyone again; a minor one does not. */
            material: boolean;
            publishedAt: components["schemas"]["Instant"];
            /** @description Who reviewed the translation (45 CFR 92.201(c)(3)); absent for the original. */
            reviewedBy?: string;
        };
        /** @description What the server can prove about a decision. Signed with Ed25519 over canonical JSON; `visitkit-server` verifies it offline. */
        ConsentEvidence: {
            consentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The exact canonical JSON that was signed. */
            statement: string;
            /** @description Base64url. */
            signature: string;
            keyId: string;
            /** @description The key to check it with, base64url of the raw Ed25519 public key. */
            publicKey: string;
        };
        /** @enum {string} */
        ConsentPurpose: "telehealth-treatment" | "recording" | "image-capture" | "interpreter-presence" | "student-observer" | "messaging" | "ai-scribe" | "financial";
        /** @description Why a consent is needed and where the person stands. */
        ConsentRequirement: {
            purpose: components["schemas"]["ConsentPurpose"];
            /** @enum {string} */
            status: "needed" | "granted" | "declined";
            /**
             * @description `first-time`, `new-version`, `revoked` or `declined-before`; absent once granted.
             * @enum {string}
             */
            because?: "first-time" | "new-version" | "revoked" | "declined-before";
            /** @description The text to show, in the best language there is. */
            document: components["schemas"]["ConsentDocument"];
            consentId?: components["schemas"]["Id"];
        };
        /** @description One clause. */
        ConsentSection: {
            id: string;
            heading: string;
            /** @description Plain text; blank lines separate paragraphs. Never markup. */
            text: string;
            /** @description Must have been shown in full before a decision counts. */
            mandatory: boolean;
        };
        /** @description How the person signed. */
        ConsentSignature: {
            /**
             * @description `typed`: the person typed their name. `attested`: a member of staff attests a spoken decision.
             * @enum {string}
             */
            kind: "typed" | "attested";
            name: string;
        };
        CreateMember: {
            displayName: string;
            email?: string;
            roles: components["schemas"]["Role"][];
            identity?: components["schemas"]["Identity"];
        };
        CreatePatient: {
            name: components["schemas"]["PersonName"];
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            sex?: "female" | "male" | "other" | "unknown";
            email?: string;
            phone?: components["schemas"]["Phone"];
            address?: components["schemas"]["Address"];
            state: components["schemas"]["StateCode"];
            language: components["schemas"]["Language"];
            interpreterLanguage?: components["schemas"]["Language"];
            zone: components["schemas"]["Zone"];
            recordNumber?: string;
            identity?: components["schemas"]["Identity"];
        };
        CreatePractitioner: {
            memberId?: components["schemas"]["Id"];
            displayName: string;
            title: components["schemas"]["LocalizedText"][];
            specialties: string[];
            languages: components["schemas"]["Language"][];
            zone: components["schemas"]["Zone"];
            licences: components["schemas"]["Licence"][];
            npi?: string;
        };
        CreateProxy: {
            displayName: string;
            /** @enum {string} */
            relationship: "parent" | "guardian" | "carer" | "spouse" | "child" | "other";
            scope: components["schemas"]["ProxyScope"][];
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            identity: components["schemas"]["Identity"];
        };
        CreateVisitType: {
            code: string;
            specialty: string;
            name: components["schemas"]["LocalizedText"][];
            description: components["schemas"]["LocalizedText"][];
            /** Format: int32 */
            minutes: number;
            /** Format: int32 */
            bufferBeforeMinutes: number;
            /** Format: int32 */
            bufferAfterMinutes: number;
            /** Format: int32 */
            stepMinutes: number;
            modality: components["schemas"]["Modality"];
            requiredConsents: components["schemas"]["ConsentPurpose"][];
            questionnaires: string[];
            licenceRequired: boolean;
            ages?: components["schemas"]["AgeRange"];
            /** Format: int32 */
            noticeMinutes: number;
            /** Format: int32 */
            horizonDays: number;
            /** Format: int32 */
            cancelNoticeMinutes: number;
        };
        DecideConsent: {
            documentId: components["schemas"]["Id"];
            /** Format: int32 */
            version: number;
            language: components["schemas"]["Language"];
            /** @enum {string} */
            decision: "granted" | "declined";
            /** @description Needed to grant. */
            signature?: components["schemas"]["ConsentSignature"];
            /** @description The text that was on the screen, as its hash. */
            contentHash: string;
            /** @description The sections that were shown in full. */
            sectionsSeen: string[];
            zone: components["schemas"]["Zone"];
        };
        DeviceCheck: {
            /** @enum {string} */
            camera: "ok" | "blocked" | "missing" | "skipped";
            /** @enum {string} */
            microphone: "ok" | "blocked" | "missing" | "skipped";
            /** @enum {string} */
            speaker: "ok" | "failed" | "skipped";
            /** @enum {string} */
            connection: "good" | "fair" | "poor" | "unknown";
            supported: boolean;
        };
        EmergencyContact: {
            name: string;
            phone: components["schemas"]["Phone"];
        };
        /** @description An answer that must reach a person at once: the form stops and shows help, and the clinic is told. */
        EmergencyRule: {
            linkId: string;
            /** @enum {string} */
            operator: "=" | ">=";
            answer: components["schemas"]["AnswerValue"];
            code: string;
        };
        /** @description The question is asked only when this holds. */
        EnableWhen: {
            question: string;
            /** @enum {string} */
            operator: "exists" | "=" | "!=" | ">" | "<" | ">=" | "<=";
            answer: components["schemas"]["AnswerValue"];
        };
        EndVisit: {
            outcome: components["schemas"]["VisitOutcome"];
        };
        /** @description One faulty property of a request. Never holds the value that was sent. */
        FaultyProperty: {
            /** @description JSON pointer into the body, or `query:name`, `path:name`, `header:name`. */
            pointer: string;
            code: string;
            /** @description A sentence that says what is expected. */
            message: string;
        };
        /** @description A time kept for minutes. */
        Hold: {
            id: components["schemas"]["Id"];
            visitTypeId: components["schemas"]["Id"];
            /** @description For whom, if it was said. */
            patientId?: components["schemas"]["Id"];
            practitioner: components["schemas"]["PractitionerSummary"];
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** Format: int32 */
            renewalsLeft: number;
        };
        /** @description An opaque id. */
        Id: string;
        /** @description How a person signs in: the subject of the organization's registered issuer. */
        Identity: {
            issuer: string;
            subject: string;
        };
        /**
         * Format: date-time
         * @description An instant in UTC, RFC 3339, e.g. `2026-11-25T15:30:00Z`.
         */
        Instant: string;
        IntakeAnswer: {
            linkId: string;
            values: components["schemas"]["AnswerValue"][];
        };
        /** @description One questionnaire of one appointment. FHIR: QuestionnaireResponse. */
        IntakeForm: {
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            questionnaireCode: string;
            /** Format: int32 */
            questionnaireVersion: number;
            title: components["schemas"]["LocalizedText"][];
            /** @enum {string} */
            status: "not-started" | "draft" | "submitted";
            answers: components["schemas"]["IntakeAnswer"][];
            scores: components["schemas"]["Score"][];
            /** @description Codes of the emergency rules that an answer has set off. */
            emergencies: string[];
            savedAt?: components["schemas"]["Instant"];
            submittedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A BCP 47 language tag, e.g. `en` or `es`. */
        Language: string;
        /** @description The right to practise in one state. */
        Licence: {
            state: components["schemas"]["StateCode"];
            number: string;
            /** @enum {string} */
            kind: "full" | "compact";
            /** @enum {string} */
            status: "active" | "suspended";
            /**
             * Format: date
             * @description Last day on which it holds, in the practitioner's zone.
             */
            expiresOn: string;
        };
        LiveTicket: {
            /** @description Good once, for 30 seconds. Goes into the WebSocket's subprotocols (`visitkit.v1`, `ticket.<ticket>`), never into a URL. */
            ticket: string;
            expiresAt: components["schemas"]["Instant"];
            /** @description Path of the WebSocket. */
            path: string;
        };
        /** @description A text in one language. */
        LocalizedText: {
            language: components["schemas"]["Language"];
            text: string;
        };
        /** @description The person behind the session. */
        Me: {
            personId: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "patient" | "proxy" | "member" | "service";
            displayName: string;
            roles: components["schemas"]["Role"][];
            /** @description The patients whom this person may act for, themselves included. */
            patients: components["schemas"]["PatientSummary"][];
            practitionerId: components["schemas"]["Id"] | null;
            organizationId: components["schemas"]["Id"];
            /** @description What this session may do, by permission name. Elements hide what would be refused; the server decides. */
            permissions: string[];
        };
        /** @description A person who works for the organization. */
        Member: {
            id: components["schemas"]["Id"];
            displayName: string;
            email?: string;
            roles: components["schemas"]["Role"][];
            /** @enum {string} */
            status: "active" | "disabled";
            practitionerId: components["schemas"]["Id"] | null;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        Modality: "video" | "audio" | "in-person";
        /** @description A health system: the tenant. Belongs to one region; every other deployment answers 421 with the right address. */
        Organization: {
            id: components["schemas"]["Id"];
            name: string;
            region: string;
            zone: components["schemas"]["Zone"];
            languages: components["schemas"]["Language"][];
            brand: components["schemas"]["Brand"];
            contact: components["schemas"]["OrganizationContact"];
            videoVendor: components["schemas"]["VideoVendor"];
            /** Format: int32 */
            version: number;
        };
        /** @description How people reach the clinic outside the portal. */
        OrganizationContact: {
            phone: components["schemas"]["Phone"];
            /** @description The number for emergencies where the organization's patients live. */
            emergencyNumber: components["schemas"]["Phone"];
            /** @description The crisis line that emergency stops name, e.g. 988. */
            crisisLine?: components["schemas"]["Phone"];
        };
        Participant: {
            seatId: components["schemas"]["Id"];
            role: components["schemas"]["SeatRole"];
            /** @enum {string} */
            presence: "in-room" | "left";
            joinedAt: components["schemas"]["Instant"];
            leftAt?: components["schemas"]["Instant"];
        };
        /** @description The person cared for. FHIR: Patient. */
        Patient: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["PersonName"];
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            sex?: "female" | "male" | "other" | "unknown";
            email?: string;
            phone?: components["schemas"]["Phone"];
            address?: components["schemas"]["Address"];
            /** @description Home state; the state where the patient is during a visit is asked at each check-in. */
            state: components["schemas"]["StateCode"];
            /** @description The language in which the patient wants to be spoken and written to. */
            language: components["schemas"]["Language"];
            /** @description An interpreter into this language is wanted. */
            interpreterLanguage?: components["schemas"]["Language"];
            zone: components["schemas"]["Zone"];
            /** @description Medical record number in the health system's own record. */
            recordNumber?: string;
            /** Format: int32 */
            version: number;
        };
        /** @description Where the patient is right now. Asked at every visit: it decides licence, place of service and who is called in an emergency. */
        PatientLocation: {
            line1: string;
            line2?: string;
            city: string;
            state: components["schemas"]["StateCode"];
            postalCode?: string;
            /**
             * @description Their own home, or somewhere else: place of service 10 or 02.
             * @enum {string}
             */
            kind: "home" | "other";
        };
        PatientSummary: {
            id: components["schemas"]["Id"];
            displayName: string;
            /**
             * Format: int32
             * @description Whole years, by the patient's own calendar today.
             */
            age: number;
            state: components["schemas"]["StateCode"];
            language: components["schemas"]["Language"];
            interpreterLanguage?: components["schemas"]["Language"];
            zone: components["schemas"]["Zone"];
        };
        PersonName: {
            given: string;
            /** @description Empty for people with one name. */
            family: string;
        };
        /** @description A telephone number as a person writes it. */
        Phone: string;
        PlaceHold: {
            visitTypeId: components["schemas"]["Id"];
            start: components["schemas"]["Instant"];
            /** @description Any practitioner who is free when absent. */
            practitionerId?: components["schemas"]["Id"];
            /** @description For whom; refused at once when age or licence would refuse the booking. */
            patientId?: components["schemas"]["Id"];
            /** @description Where the patient will be; their home state when absent. */
            state?: components["schemas"]["StateCode"];
        };
        /** @description A member who treats. FHIR: Practitioner with PractitionerRole. */
        Practitioner: {
            id: components["schemas"]["Id"];
            memberId: components["schemas"]["Id"] | null;
            displayName: string;
            /** @description What patients read under the name, e.g. `Cardiologist`. */
            title: components["schemas"]["LocalizedText"][];
            /** @description Specialty codes of the specialty packs, e.g. `cardiology`. */
            specialties: string[];
            languages: components["schemas"]["Language"][];
            zone: components["schemas"]["Zone"];
            licences: components["schemas"]["Licence"][];
            /** @description National Provider Identifier, 10 digits. */
            npi?: string;
            active: boolean;
            /** Format: int32 */
            version: number;
        };
        PractitionerSummary: {
            id: components["schemas"]["Id"];
            displayName: string;
            title: components["schemas"]["LocalizedText"][];
            specialties: string[];
            languages: components["schemas"]["Language"][];
            zone: components["schemas"]["Zone"];
            /** @description States of the licences in force. */
            states: components["schemas"]["StateCode"][];
        };
        /** @description RFC 9457 problem details. */
        Problem: {
            /** @description A page about this kind of problem. */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            /** @description Stable. Programs decide by this and by nothing else. */
            code: string;
            /** @description What happened and what to do, for a person. Never holds PHI. */
            detail: string;
            requestId: string;
            errors?: components["schemas"]["FaultyProperty"][];
        };
        /** @description A person who may act for a patient, within a scope and a time. FHIR: RelatedPerson. */
        Proxy: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            displayName: string;
            /** @enum {string} */
            relationship: "parent" | "guardian" | "carer" | "spouse" | "child" | "other";
            scope: components["schemas"]["ProxyScope"][];
            /** Format: date */
            from: string;
            /** @description Last day; for a parent the day before the patient comes of age. */
            to: string | null;
        };
        /** @enum {string} */
        ProxyScope: "schedule" | "visit" | "record";
        PublishConsentDocument: {
            /** @description The document of which this is a new version or language; absent for a new document. */
            documentId?: components["schemas"]["Id"];
            language: components["schemas"]["Language"];
            purpose: components["schemas"]["ConsentPurpose"];
            title: string;
            sections: components["schemas"]["ConsentSection"][];
            material: boolean;
            /**
             * Format: int32
             * @description Of the version this is a translation of; absent for the original text of a new version.
             */
            translationOf?: number;
            reviewedBy?: string;
        };
        PutAvailability: {
            zone: components["schemas"]["Zone"];
            weekly: components["schemas"]["WeeklyWindow"][];
            exceptions: components["schemas"]["AvailabilityException"][];
            /**
             * Format: int32
             * @description The version that was read; 0 for the first.
             */
            version: number;
        };
        /** @description One question, or a group of them. FHIR: Questionnaire.item. */
        QuestionItem: {
            linkId: string;
            /** @description LOINC code of the question, if it has one. */
            loinc?: string;
            /** @enum {string} */
            type: "group" | "display" | "boolean" | "integer" | "decimal" | "string" | "text" | "date" | "choice" | "multiple-choice";
            text: components["schemas"]["LocalizedText"][];
            help?: components["schemas"]["LocalizedText"][];
            required: boolean;
            options?: components["schemas"]["QuestionOption"][];
            /** Format: double */
            minimum?: number;
            /** Format: double */
            maximum?: number;
            enableWhen?: components["schemas"]["EnableWhen"][];
            /** @enum {string} */
            enableBehavior?: "all" | "any";
            items?: components["schemas"]["QuestionItem"][];
        };
        QuestionOption: {
            code: string;
            text: components["schemas"]["LocalizedText"][];
            /**
             * Format: int32
             * @description What this answer adds to the score. FHIR: itemWeight.
             */
            score?: number;
        };
        /** @description FHIR: Questionnaire. */
        Questionnaire: {
            id: components["schemas"]["Id"];
            /** @description Stable, e.g. `phq-9`. */
            code: string;
            /** Format: int32 */
            version: number;
            loinc?: string;
            title: components["schemas"]["LocalizedText"][];
            introduction?: components["schemas"]["LocalizedText"][];
            items: components["schemas"]["QuestionItem"][];
            scores: components["schemas"]["ScoreRule"][];
            emergencyRules: components["schemas"]["EmergencyRule"][];
            /** @description Attribution that must be shown with it. */
            copyright?: string;
        };
        QuestionnaireSummary: {
            code: string;
            /** Format: int32 */
            version: number;
            title: components["schemas"]["LocalizedText"][];
            /** Format: int32 */
            questionCount: number;
        };
        Queue: {
            items: components["schemas"]["QueueEntry"][];
            paused: boolean;
            /** @description The practitioner's next appointments today that have not checked in. */
            expected: components["schemas"]["Appointment"][];
        };
        QueueEntry: {
            visitId: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient: components["schemas"]["PatientSummary"];
            practitionerId: components["schemas"]["Id"];
            status: components["schemas"]["VisitStatus"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            appointmentStart: components["schemas"]["Instant"];
            waitingSince: components["schemas"]["Instant"];
            readiness: components["schemas"]["Readiness"];
            /** @description Codes of intake emergency rules that were set off. */
            alerts: string[];
            /** @description The waiting room is open on the patient's screen. */
            present: boolean;
        };
        /** @description Where the patient stands in line. */
        QueuePlace: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            status: components["schemas"]["VisitStatus"];
            /**
             * Format: int32
             * @description 1 is next. 0 once admitted.
             */
            place: number;
            /** @description Usual wait from now, from this practitioner's own recent visits; null when there is nothing to go by. */
            estimate: {
                /** Format: int32 */
                fromMinutes: number;
                /** Format: int32 */
                toMinutes: number;
            } | null;
            /** @enum {string} */
            practitioner: "ready" | "with-another-patient" | "paused" | "not-here-yet";
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description What is done and what is open before the visit can start. */
        Readiness: {
            /** @enum {string} */
            consent: "done" | "open" | "declined";
            /** @enum {string} */
            intake: "done" | "open" | "not-needed";
            /** @enum {string} */
            device: "ok" | "problem" | "not-checked";
            /** @enum {string} */
            licence: "ok" | "missing";
        };
        RescheduleAppointment: {
            holdId: components["schemas"]["Id"];
        };
        /** @enum {string} */
        Role: "patient" | "proxy" | "practitioner" | "nurse" | "front-desk" | "biller" | "interpreter" | "privacy-officer" | "auditor" | "administrator" | "service";
        SaveIntake: {
            answers: components["schemas"]["IntakeAnswer"][];
            /**
             * Format: int32
             * @description The version that was read; 0 for the first save.
             */
            version: number;
        };
        Score: {
            code: string;
            /** Format: int32 */
            value: number;
            band: string;
        };
        ScoreBand: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
            code: string;
            text: components["schemas"]["LocalizedText"][];
        };
        /** @description A sum over answers, e.g. the PHQ-9 total. */
        ScoreRule: {
            code: string;
            loinc?: string;
            name: components["schemas"]["LocalizedText"][];
            linkIds: string[];
            bands: components["schemas"]["ScoreBand"][];
        };
        /** @description Exact search over keyed hashes: names in full, never parts, so that the database learns nothing. */
        SearchPatients: {
            family?: string;
            /** Format: date */
            birthDate?: string;
            recordNumber?: string;
        };
        /** @description One participant's right to be in a room. Never stored by a page; gone when the page is. */
        Seat: {
            id: components["schemas"]["Id"];
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            role: components["schemas"]["SeatRole"];
            vendor: components["schemas"]["VideoVendor"];
            /** @description Of vendors that have rooms of their own. */
            roomUrl?: string;
            /** @description The vendor's join token: always for one room, always with an end. */
            token?: string;
            /** @description Of peer calls: who else holds a seat now. The seat with the smaller id is the polite one. */
            seats: {
                id: components["schemas"]["Id"];
                role: components["schemas"]["SeatRole"];
            }[];
            iceServers: {
                urls: string[];
                username?: string;
                credential?: string;
            }[];
            expiresAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        SeatRole: "patient" | "proxy" | "practitioner" | "interpreter";
        SendSignal: {
            /** @description The seat to reach; every other seat of the room when absent. */
            to?: components["schemas"]["Id"];
            /** @description At most 16 KB. */
            data: unknown;
        };
        /** @description The server's own clocks for this session. */
        Session: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "patient" | "proxy" | "member" | "service";
            clientId: string;
            createdAt: components["schemas"]["Instant"];
            lastActiveAt: components["schemas"]["Instant"];
            /** @description Ends then unless the person does something; null for services. */
            idleEndsAt: components["schemas"]["Instant"] | null;
            /** @description Ends then whatever happens. */
            absoluteEndsAt: components["schemas"]["Instant"];
            /** @description True for the session that asked. */
            current: boolean;
        };
        /** @description A bookable time. FHIR: Slot. */
        Slot: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            /** @description Who is free then. */
            practitionerIds: components["schemas"]["Id"][];
        };
        /** @description Why a practitioner, or a time of theirs, is not offered. */
        SlotExclusion: {
            practitionerId: components["schemas"]["Id"];
            /** @enum {string} */
            because: "specialty" | "language" | "not-licensed" | "age" | "inactive" | "no-availability" | "fully-booked" | "notice" | "horizon";
            /**
             * Format: int32
             * @description How many starts of the window this reason takes away; absent when it takes the practitioner away altogether.
             */
            starts?: number;
        };
        SlotSearchAnswer: {
            items: components["schemas"]["Slot"][];
            practitioners: components["schemas"]["PractitionerSummary"][];
            /** @description The patient whose age and state were applied. */
            patientId?: components["schemas"]["Id"];
            /** @description The window that was searched: it may be shorter than asked when the horizon cuts it. */
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            exclusions?: components["schemas"]["SlotExclusion"][];
        };
        Specialty: {
            /** @description Code of the specialty pack, e.g. `behavioral-health`. */
            code: string;
            /** @description NUCC Health Care Provider Taxonomy code. */
            taxonomy: string;
            name: components["schemas"]["LocalizedText"][];
            /** Format: int32 */
            visitTypeCount: number;
        };
        /** @description A state or territory of the United States, two letters, e.g. `OH`. */
        StateCode: string;
        TokenAnswer: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            issued_token_type?: string;
            /**
             * Format: int32
             * @description Seconds until the access token must be refreshed.
             */
            expires_in: number;
            /** @description Rotates with each use; using an old one ends the session. */
            refresh_token?: string;
            session_id: components["schemas"]["Id"];
        };
        /** @description RFC 6749 and RFC 8693 token request. Sent as a form, with the client's secret in HTTP Basic. */
        TokenRequest: {
            /** @enum {string} */
            grant_type: "urn:ietf:params:oauth:grant-type:token-exchange" | "client_credentials" | "refresh_token";
            /** @description The portal's proof of the person: an ID token of the organization's registered issuer. */
            subject_token?: string;
            /** @enum {string} */
            subject_token_type?: "urn:ietf:params:oauth:token-type:id_token" | "urn:ietf:params:oauth:token-type:jwt";
            refresh_token?: string;
            /** @description The browser origin to which the session is bound, e.g. `https://portal.lakeside.example`. */
            origin?: string;
            /** @description For public refreshes; confidential clients use HTTP Basic. */
            client_id?: string;
        };
        UpdateMember: {
            displayName?: string;
            roles?: components["schemas"]["Role"][];
            /**
             * @description Disabling ends every session, socket and seat of the person within seconds.
             * @enum {string}
             */
            status?: "active" | "disabled";
            /** Format: int32 */
            version: number;
        };
        UpdateOrganization: {
            languages?: components["schemas"]["Language"][];
            brand?: components["schemas"]["Brand"];
            contact?: components["schemas"]["OrganizationContact"];
            videoVendor?: components["schemas"]["VideoVendor"];
            /**
             * Format: int32
             * @description The version that was read; `version_conflict` if it has changed since.
             */
            version: number;
        };
        UpdatePatient: {
            name?: components["schemas"]["PersonName"];
            /** @enum {string} */
            sex?: "female" | "male" | "other" | "unknown";
            email?: string;
            phone?: components["schemas"]["Phone"];
            address?: components["schemas"]["Address"];
            state?: components["schemas"]["StateCode"];
            language?: components["schemas"]["Language"];
            interpreterLanguage?: components["schemas"]["Language"];
            zone?: components["schemas"]["Zone"];
            /** Format: int32 */
            version: number;
        };
        UpdatePractitioner: {
            displayName?: string;
            title?: components["schemas"]["LocalizedText"][];
            specialties?: string[];
            languages?: components["schemas"]["Language"][];
            zone?: components["schemas"]["Zone"];
            licences?: components["schemas"]["Licence"][];
            active?: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        VideoVendor: "peer" | "daily" | "twilio" | "vonage";
        /** @description What happens at the appointment. FHIR: Encounter, class VR. */
        Visit: {
            id: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            practitioner: components["schemas"]["PractitionerSummary"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            modality: components["schemas"]["Modality"];
            status: components["schemas"]["VisitStatus"];
            /** @description For the practitioner and the patient. */
            location?: components["schemas"]["PatientLocation"];
            callbackPhone?: components["schemas"]["Phone"];
            emergencyContact?: components["schemas"]["EmergencyContact"];
            deviceCheck?: components["schemas"]["DeviceCheck"];
            participants: components["schemas"]["Participant"][];
            vendor: components["schemas"]["VideoVendor"];
            /** @description Off unless every participant agreed. */
            recording: boolean;
            checkedInAt: components["schemas"]["Instant"];
            admittedAt?: components["schemas"]["Instant"];
            startedAt?: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            outcome?: components["schemas"]["VisitOutcome"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        VisitOutcome: "completed" | "patient-left" | "technical-failure" | "emergency";
        /** @enum {string} */
        VisitStatus: "waiting" | "admitted" | "in-progress" | "ended";
        /** @description What can be booked. FHIR: HealthcareService. */
        VisitType: {
            id: components["schemas"]["Id"];
            /** @description Stable within the organization, e.g. `cardiology-follow-up`. */
            code: string;
            specialty: string;
            name: components["schemas"]["LocalizedText"][];
            description: components["schemas"]["LocalizedText"][];
            /** Format: int32 */
            minutes: number;
            /** Format: int32 */
            bufferBeforeMinutes: number;
            /** Format: int32 */
            bufferAfterMinutes: number;
            /**
             * Format: int32
             * @description Starts are offered on a grid of this many minutes. A multiple of 5.
             */
            stepMinutes: number;
            modality: components["schemas"]["Modality"];
            requiredConsents: components["schemas"]["ConsentPurpose"][];
            /** @description Questionnaire codes asked before the visit. */
            questionnaires: string[];
            /** @description The practitioner must hold a licence in the state where the patient is. */
            licenceRequired: boolean;
            ages?: components["schemas"]["AgeRange"];
            /**
             * Format: int32
             * @description Shortest time between booking and start.
             */
            noticeMinutes: number;
            /**
             * Format: int32
             * @description How far ahead can be booked.
             */
            horizonDays: number;
            /**
             * Format: int32
             * @description Shortest time before the start at which a patient may still cancel or move it.
             */
            cancelNoticeMinutes: number;
            active: boolean;
        };
        /** @description A wall-clock time, `HH:MM`, in the practitioner's zone. `24:00` ends a day. */
        WallTime: string;
        WeeklyWindow: {
            /**
             * Format: int32
             * @description ISO 8601: 1 is Monday, 7 is Sunday.
             */
            weekday: number;
            from: components["schemas"]["WallTime"];
            to: components["schemas"]["WallTime"];
            /** @description Only these visit types; all of the practitioner's when absent. */
            visitTypeIds?: components["schemas"]["Id"][];
        };
        /** @description An IANA time zone, e.g. `America/New_York`. */
        Zone: string;
    };
    responses: never;
    parameters: {
        /** @description The `nextCursor` of the page before. */
        "PageQuery.cursor": string;
        /** @description Items per page. */
        "PageQuery.limit": number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listActorAccesses: {
        parameters: {
            query: {
                actorId: components["schemas"]["Id"];
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                from?: components["schemas"]["Instant"];
                to?: components["schemas"]["Instant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Access"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAppointments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                patientId?: components["schemas"]["Id"];
                practitionerId?: components["schemas"]["Id"];
                from?: components["schemas"]["Instant"];
                to?: components["schemas"]["Instant"];
                status?: components["schemas"]["AppointmentStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Appointment"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookAppointment"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAppointmentCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelAppointment"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIntake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appointmentId: components["schemas"]["Id"];
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["IntakeForm"][];
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveIntake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
                questionnaireCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveIntake"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeForm"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitIntake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
                questionnaireCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveIntake"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeForm"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rescheduleAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleAppointment"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisitOfAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appointmentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsentDocuments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                purpose?: components["schemas"]["ConsentPurpose"];
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConsentDocument"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishConsentDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishConsentDocument"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentDocument"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConsentDocument: {
        parameters: {
            query?: {
                version?: number;
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path: {
                documentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentDocument"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConsentEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentEvidence"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdSlot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceHold"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no content to send for this request, but the headers may be useful. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamLive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Resume after this cursor. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLiveTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveTicket"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMember"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMember"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrganization"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPatient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePatient"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPatients: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchPatients"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PatientSummary"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePatient"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPatientAccesses: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                from?: components["schemas"]["Instant"];
                to?: components["schemas"]["Instant"];
                /** @description Leaves out what the patient and their proxies did themselves. */
                others?: boolean;
            };
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["Access"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsentRequirements: {
        parameters: {
            query: {
                /** @description The purposes asked for; a visit type names its own in `requiredConsents`. */
                purposes: components["schemas"]["ConsentPurpose"][];
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["ConsentRequirement"][];
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["Consent"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideConsent"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProxies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["Proxy"][];
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProxy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProxy"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proxy"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endProxy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
                proxyId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proxy"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPractitioners: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                specialty?: string;
                language?: components["schemas"]["Language"];
                /** @description Only those with a licence in force in this state. */
                state?: components["schemas"]["StateCode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PractitionerSummary"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPractitioner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePractitioner"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Practitioner"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPractitioner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practitionerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Practitioner"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePractitioner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practitionerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePractitioner"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Practitioner"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practitionerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practitionerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutAvailability"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practitionerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practitionerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    paused: boolean;
                };
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        practitionerId: components["schemas"]["Id"];
                        paused: boolean;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuestionnaires: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuestionnaireSummary"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuestionnaire: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                questionnaireCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Questionnaire"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no content to send for this request, but the headers may be useful. */
            204: {
                headers: {
                    "Clear-Site-Data"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSessionById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no content to send for this request, but the headers may be useful. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchSlots: {
        parameters: {
            query: {
                visitTypeId: components["schemas"]["Id"];
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
                practitionerId?: components["schemas"]["Id"];
                language?: components["schemas"]["Language"];
                /** @description Where the patient will be. */
                state?: components["schemas"]["StateCode"];
                /** @description Applies the patient's age, and their home state when `state` is absent. */
                patientId?: components["schemas"]["Id"];
                /** @description Says who is left out and why. */
                explain?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotSearchAnswer"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSpecialties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Specialty"][];
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exchangeToken: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVisitTypes: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                specialty?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VisitType"][];
                        /** @description Pass as `cursor` for the next page; null on the last one. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVisitType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVisitType"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitType"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    admitPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordDeviceCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceCheck"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndVisit"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVisitLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueuePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePlace"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seat"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
                seatId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendSignal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendSignal"];
            };
        };
        responses: {
            /** @description There is no content to send for this request, but the headers may be useful. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveVideoWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vendor: components["schemas"]["VideoVendor"];
                organizationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: boolean;
                    };
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
