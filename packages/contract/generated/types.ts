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
        /** @description Says where the patient is and how to call back, and joins the line. Refused where the practitioner holds no license. */
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
    "/v1/attachments/{attachmentId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A file of a message. */
        get: operations["getAttachmentContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/care-teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Care teams. Administrators see all of them, everyone else their own. */
        get: operations["listCareTeams"];
        put?: never;
        /** @description Makes a care team. A privilege change: its members reach each other's patients. For administrators. */
        post: operations["createCareTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/care-teams/{careTeamId}": {
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
        /** @description Renames a care team, or changes who belongs to it. Holds from the next request on. For administrators. */
        patch: operations["updateCareTeam"];
        trace?: never;
    };
    "/v1/care-teams/{careTeamId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a care team: it connects no one from the next request on. For administrators. */
        post: operations["retireCareTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claim-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many claims are in each state. */
        get: operations["countClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The claims of the organization in one state, the oldest filing date first. */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One claim with everything that was said about it. */
        get: operations["getClaim"];
        /** @description Changes a claim that has not been sent. It is checked again. */
        put: operations["changeClaim"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/cms-1500": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The boxes of the CMS-1500 (02/12) form, for payers that take paper. A claim that has not been sent is printed exactly when it might be sent; one that
         *     has been is printed as it was sent. The form's artwork is not ours to ship.
         */
        get: operations["getClaimForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A new claim that replaces one which the payer has answered (frequency 7); a first claim (frequency 1) once another payer's coverage is chosen, because
         *     no payer can replace what another has. For a claim that was taken back: the visit is billed again, by a first claim, once.
         */
        post: operations["correctClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was sent and received about a claim, as it stood on the wire. */
        get: operations["listClaimMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes the visit and the note as they are now into a claim that has not been sent. */
        post: operations["refreshClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a claim to the payer. Refused while a finding blocks it. */
        post: operations["submitClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes a claim back (frequency 8). It is voided once the payer says so. */
        post: operations["voidClaim"];
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
    "/v1/coverages/{coverageId}/eligibility-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Asks the payer whether a coverage holds. The answer comes later: `coverage.changed` on the live stream. */
        post: operations["checkEligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverages/{coverageId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a coverage. */
        post: operations["endCoverage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/covers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Covers, latest first. */
        get: operations["listCovers"];
        put?: never;
        /**
         * @description Takes cover for a colleague who is not available: from now on the caller may act in their work and read their patients' charts. The
         *     reason and every act under it are in the ledger; the colleague sees the cover at once, and patients see it in their access log.
         */
        post: operations["startCover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/covers/{coverId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a cover before its time. For both colleagues and administrators. */
        post: operations["endCover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/diagnosis-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description ICD-10-CM codes by code or words. */
        get: operations["searchDiagnosisCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/estimates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Estimates that are due and that the server cannot issue by itself, the first to be late first. */
        get: operations["listDueEstimates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/estimates/{estimateId}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Issues an estimate: it is from then on what the bill is held against. */
        post: operations["issueEstimate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/estimates/{estimateId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An issued estimate to print or keep. */
        get: operations["getEstimatePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/favorite-prescriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The caller's favorites, by name. At most a hundred. */
        get: operations["listFavorites"];
        put?: never;
        /** @description Keeps a favorite of the caller's. */
        post: operations["createFavorite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/favorite-prescriptions/{favoriteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Puts another one in its place, or gives it another name. The medicine that it has stays allowed, even if it can no longer be prescribed. */
        put: operations["replaceFavorite"];
        post?: never;
        /** @description Removes a favorite. What was prescribed with it stays. */
        delete: operations["removeFavorite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fee-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What services cost here. */
        get: operations["getFeeSchedule"];
        /** @description Replaces the fee schedule. CPT codes need the organization's license. */
        put: operations["putFeeSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Lines of payments that wait for a person, the oldest first. */
        get: operations["listHeldLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-lines/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One held line, and the claims that it may be about. */
        get: operations["getHeldLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-lines/{lineId}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Posts a held line to a claim that a person has chosen. The laws of posting are the same as for a line that finds its claim by itself, to the cent; what
         *     they do not allow is refused.
         */
        post: operations["matchHeldLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-lines/{lineId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says that a held line was dealt with somewhere else. It moves no money here, and waits no longer. */
        post: operations["resolveHeldLine"];
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
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Invitations, newest first: to a patient those to their own proxies, to the front desk those of patients and proxies, to administrators
         *     those of members. Settled ones are kept for a time that policy sets.
         */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Accepts the right to act for a patient, by a person who is signed in already. The patient is within reach from the next renewal of the
         *     session. A person who is not known yet accepts with the token exchange (`sessions.exchange`).
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Withdraws an invitation: its code is refused from now on. Answers the same when it has been withdrawn or has expired. */
        post: operations["revokeInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lab-orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One order. */
        get: operations["getLabOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lab-orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Asks the laboratory to cancel. It is cancelled once the laboratory says so. */
        post: operations["cancelLabOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lab-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Results that wait for a review: critical ones first, then the oldest. The caller's own orders unless another is named. */
        get: operations["listWaitingLabResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lab-results/{resultId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One result. */
        get: operations["getLabResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lab-results/{resultId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says that a critical value is known: stops the clock. */
        post: operations["acknowledgeCriticalValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lab-results/{resultId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reviews a result and, if wanted, releases it to the patient with a comment. */
        post: operations["reviewLabResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lab-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What can be ordered, by word or code. */
        get: operations["searchLabTests"];
        put?: never;
        post?: never;
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
    "/v1/mailbox-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Files that could not be read, or over which the server stumbles, the oldest first. Money and answers in them are booked nowhere. */
        get: operations["listMailboxFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mailbox-files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One file as it came, for a person to read: it may name many patients, and since the server cannot read it, the record of this access names none. */
        get: operations["getMailboxFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mailbox-files/{fileId}/reprocess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Has the server read a file again, as after an update of the server. The answer is that it waits; a moment later it is read or stands in the list again. */
        post: operations["reprocessMailboxFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mailbox-files/{fileId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says that a file was dealt with somewhere else. It books nothing here, and is read no more; its text stays until `textRetainedUntil`, in case that was a mistake. */
        post: operations["resolveMailboxFile"];
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
    "/v1/medications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Medicines by word or RxNorm code. */
        get: operations["searchMedications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/medications/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The medicines that the caller prescribes most. */
        get: operations["listUsualMedications"];
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
        /** @description Adds a member with roles, who cannot sign in until invited (`members.invite`). A privilege change: always audited. */
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
    "/v1/members/{memberId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Invites a member to link a sign-in, and returns the code once. Replaces an invitation that waits. For administrators; asks for a fresh
         *     proof of identity.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/login/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Removes a member's sign-in: their sessions end at once, and the sign-in can be linked again by a new invitation.
         *     For administrators; asks for a fresh proof of identity. Answers the same when no sign-in is linked.
         */
        post: operations["releaseMemberLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/note-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The templates of this organization's specialties. */
        get: operations["listNoteTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Notes that wait for the caller: drafts of their own, and those that they have to co-sign. Oldest first. */
        get: operations["listWaitingNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One note. Patients read their own once it is signed. */
        get: operations["getNote"];
        /** @description Saves a draft. Called while a person types. */
        put: operations["saveNote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/addenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Adds to a signed note. The note itself stays as it is. */
        post: operations["addendNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/co-sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Signs a note of somebody who is supervised. */
        post: operations["cosignNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What changed between two versions of a note, word by word. */
        get: operations["compareNoteVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A signed note to print or keep. */
        get: operations["getNotePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Signs a note: from then on it cannot be changed by anybody, only addended. For its author. */
        post: operations["signNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/supervisor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Names another member to co-sign a note that waits. For its author and the supervisor who was named, and once that one can sign no longer
         *     for anyone who may sign notes.
         */
        put: operations["nameSupervisor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Holds what is stored against what was signed. */
        get: operations["verifyNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The versions of a note, newest first. */
        get: operations["listNoteVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        /** @description Changes brand, languages, contact, video vendor or whose charts clinicians read. For administrators. */
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
        /** @description Registers a patient, who cannot sign in until invited (`patients.invite`). */
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
    "/v1/patients/{patientId}/allergies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A patient's allergies. `asked` is false while nobody has asked: an empty list then says nothing. */
        get: operations["listAllergies"];
        put?: never;
        /** @description Adds an allergy. */
        post: operations["addAllergy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/allergies/none-known": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Notes that a patient was asked and has none. */
        put: operations["noKnownAllergies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/allergies/{allergyId}": {
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
        /** @description Ends an allergy, or says that it was entered in error. */
        patch: operations["changeAllergy"];
        trace?: never;
    };
    "/v1/patients/{patientId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Keeps a file for a message: an image or a PDF, at most 10 MB. What a camera wrote into an image (place, device) is taken out. */
        post: operations["addAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/care-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A patient's care plan. */
        get: operations["getCarePlan"];
        /** @description Replaces a patient's care plan. */
        put: operations["putCarePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/communication-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How a patient wants to be told. */
        get: operations["getPreferences"];
        /** @description Changes how a patient wants to be told. */
        put: operations["putPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The problems that signed notes name, the latest first. Patients do not see what was entered in error. */
        get: operations["listConditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/conditions/{conditionId}": {
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
        /**
         * @description Says that a problem is over, was entered in error, or is there after all. For anyone who may sign notes, since signed notes put it there.
         *     The notes stay as they are; a later one that names the problem makes it active again.
         */
        patch: operations["changeCondition"];
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
    "/v1/patients/{patientId}/coverages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who pays for a patient. */
        get: operations["listCoverages"];
        put?: never;
        /** @description Adds a coverage and asks the payer whether it holds. */
        post: operations["addCoverage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was sent to a patient, newest first. */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/estimates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A patient's estimates, newest first. */
        get: operations["listEstimates"];
        put?: never;
        /** @description Asks for an estimate. The server issues it at once where it knows all it needs; else a person does before its clock runs out. */
        post: operations["requestEstimate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Invites a patient to link a sign-in, and returns the code once. Replaces an invitation that waits. For the front desk; asks for a fresh
         *     proof of identity.
         */
        post: operations["invitePatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/lab-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A patient's orders, newest first. */
        get: operations["listLabOrders"];
        put?: never;
        /** @description Places an order. It is sent to the laboratory at once. */
        post: operations["placeLabOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/lab-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A patient's results, newest first. Patients see those that are released. */
        get: operations["listLabResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whether a patient can sign in. For the front desk. */
        get: operations["getPatientLogin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/login/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Removes a patient's sign-in: their sessions end at once, and the sign-in can be linked again by a new invitation. Rights to act for
         *     others stay with the patient. For the front desk; asks for a fresh proof of identity. Answers the same when no sign-in is linked.
         */
        post: operations["releasePatientLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A patient's notes, newest first. Patients see those that are signed. */
        get: operations["listPatientNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Scores of one questionnaire over time, oldest first. */
        get: operations["listOutcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins a payment: the answer names the processor's page. */
        post: operations["beginPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/pharmacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The pharmacy that a patient chose. */
        get: operations["getPatientPharmacy"];
        /** @description Keeps the pharmacy that a patient chose. */
        put: operations["choosePharmacy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/prescription-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Allergies, duplicates and interactions of a medicine for a patient. A check that cannot be made is an alert of its own. */
        post: operations["checkPrescription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/prescriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A patient's prescriptions, newest first. Patients see those that are signed. */
        get: operations["listPrescriptions"];
        put?: never;
        /** @description Writes a draft. */
        post: operations["writePrescription"];
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
        /** @description Who may act for the patient; the patient and staff also see who is invited to. */
        get: operations["listProxies"];
        put?: never;
        /**
         * @description Offers a person the right to act for the patient, and returns the code of the invitation once. The right gives no access until the
         *     person signs in and accepts it; nothing here says whether the organization knows that person. Asks for a fresh proof of identity. A
         *     repeated request under the same idempotency key is answered without the code: `proxies.invite` makes a new one.
         */
        post: operations["createProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/proxies/{proxyId}": {
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
        /** @description Changes where a proxy is written to about the patient. Asks for a fresh proof of identity: what is written concerns the patient's care. */
        patch: operations["updateProxy"];
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
        /**
         * @description Ends a proxy's right today; their sessions for this patient end at once. Of an invited proxy it withdraws the invitation too. The
         *     sign-in of a person whose last right has ended can be linked again by a new invitation.
         */
        post: operations["endProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/proxies/{proxyId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Makes a new invitation to a right that waits to be accepted, and returns its code once. Replaces the one before. Asks for a fresh proof
         *     of identity.
         */
        post: operations["inviteProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Refers a patient. */
        post: operations["sendReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What a patient owes, and why, visit by visit. */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/summaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The published summaries of a patient, newest first. */
        get: operations["listVisitSummaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Adds a task. */
        post: operations["addTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Begins a thread. It is routed by its topic. */
        post: operations["beginThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/vitals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The vitals of a patient's newest 20 signed notes, newest first; notes without any are left out. */
        get: operations["listPatientVitals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The payers that this organization deals with. */
        get: operations["listPayers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One payment. */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Gives money back. */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pharmacies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Pharmacies by name, town or postal code. */
        get: operations["searchPharmacies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pharmacy-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Requests of pharmacies that wait for the caller, or for a colleague whose work is theirs too. Oldest first. */
        get: operations["listPharmacyRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pharmacy-requests/{requestId}/response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Answers a pharmacy. Approving a renewal signs a new prescription. */
        post: operations["respondToPharmacyRequest"];
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
        /** @description Practitioners, by specialty, language or state of license. */
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
        /** @description One practitioner, with licenses. */
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
    "/v1/practitioners/{practitionerId}/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Gives a practitioner's work to a colleague for a time, or puts it under a supervisor. For the practitioner themselves and administrators. */
        post: operations["handOver"];
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
    "/v1/prescriptions/{prescriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One prescription. */
        get: operations["getPrescription"];
        /** @description Changes a draft. */
        put: operations["changePrescription"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prescriptions/{prescriptionId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Asks the pharmacy to cancel. It is cancelled once the pharmacy says so. */
        post: operations["cancelPrescription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prescriptions/{prescriptionId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Throws a draft away. */
        post: operations["discardPrescription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prescriptions/{prescriptionId}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A new draft like this prescription. */
        post: operations["renewPrescription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prescriptions/{prescriptionId}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Signs a draft and sends it to the pharmacy. Every alert must be acknowledged with a reason. */
        post: operations["signPrescription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Referrals whose loop is open, overdue ones first; of one patient when named. */
        get: operations["listReferrals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referralId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Notes the next step of a referral. */
        post: operations["stepReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Payments of payers, newest first. */
        get: operations["listRemittances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/remittances/{remittanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What one payment was for. */
        get: operations["getRemittance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/remittances/{remittanceId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says that all of a payment that still waits was dealt with somewhere else: the only way for one whose cents do not add up. */
        post: operations["resolveRemittance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Services by code or word, with their price. */
        get: operations["searchServiceCodes"];
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
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Open tasks of the caller and of the caller's roles, what is due first. */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}": {
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
        /** @description Takes a task over, gives it away, or ends it. */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/v1/thread-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many threads hold something unread. */
        get: operations["countThreads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The caller's threads, the latest first: a patient's own, or those that wait for a member or their roles. */
        get: operations["listThreads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/threads/{threadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One thread with its latest messages. */
        get: operations["getThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Takes a thread over, gives it away, or closes it. For members. */
        patch: operations["changeThread"];
        trace?: never;
    };
    "/v1/threads/{threadId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Writes a message. A closed thread is opened again. */
        post: operations["postMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/threads/{threadId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says up to which message the caller has read. */
        post: operations["markThreadRead"];
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
        /**
         * @description Exchanges a portal's proof of a person, a client credential or a refresh token for an access token. With `invitation`, the proof also
         *     accepts an invitation.
         */
        post: operations["exchangeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unmatched-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Results that nobody could be found for: critical ones first, then the oldest. Never given to a patient by guess. */
        get: operations["listUnmatchedResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unmatched-results/{unmatchedId}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Gives a result to an order, after a person has looked. */
        post: operations["matchResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unmatched-results/{unmatchedId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says that a result belongs to nobody here. The laboratory has to be told. */
        post: operations["returnResult"];
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
        /** @description Lets the patient into the room. Consent and license are checked once more. */
        post: operations["admitPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The claim of a visit: made when its note is signed. */
        get: operations["getClaimOfVisit"];
        put?: never;
        post?: never;
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
        /** @description Corrects where the patient is, before or during the visit. The license is checked again. */
        put: operations["changeVisitLocation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/next-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Proposes the next visit: the patient's booking starts from it. */
        put: operations["proposeNextVisit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The note of a visit: the draft is made when a practitioner opens it first, and in any case when the visit ends. */
        post: operations["openNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/psychotherapy-note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The caller's own psychotherapy note of a visit. Nobody else can read it, no other document shows it. */
        get: operations["getPsychotherapyNote"];
        /** @description Saves the caller's own psychotherapy note of a visit. */
        put: operations["savePsychotherapyNote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/queue-position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The patient's place in line and how long it usually takes. Says that the waiting room is open on their screen, and keeps the session
         *     of anyone who waits: nobody is signed out for waiting.
         */
        get: operations["getQueuePosition"];
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
    "/v1/visits/{visitId}/self-pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The patient pays all of a visit and asks that no payer hears of it: 45 CFR 164.522(a)(1)(vi). */
        post: operations["chooseSelfPay"];
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
    "/v1/visits/{visitId}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The summary of a visit. Patients read it once it is published: when the note is signed. */
        get: operations["getVisitSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/summary/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A published summary to print or keep. */
        get: operations["getVisitSummaryPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/superbill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A receipt with codes that a patient may hand to a payer. */
        get: operations["getSuperbill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The survey of a visit. */
        get: operations["getSurvey"];
        /** @description Answers the survey of a visit, once. */
        put: operations["answerSurvey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The endpoints of this organization. */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /** @description Adds an endpoint. The secret is shown once. */
        post: operations["addWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}": {
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
        /** @description Changes an endpoint, or turns it off and on. */
        patch: operations["changeWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was sent to an endpoint, newest first. */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a delivery again under the same id. */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends a test event. */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/payments/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What the payment processor tells us. Believed only with a valid signature over the exact bytes. */
        post: operations["receivePaymentWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/pharmacy/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A message of the pharmacy network. Believed only with a valid signature over the exact bytes. */
        post: operations["receivePharmacyMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/sms/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What the SMS vendor tells us: delivered, failed, or that somebody answered STOP. Believed only with a valid signature. */
        post: operations["receiveSmsWebhook"];
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
        AcceptInvitation: {
            /** @description The code, as the person typed it. */
            secret: string;
        };
        /** @description One audited act on one patient's information. FHIR: AuditEvent. */
        Access: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            patientId: components["schemas"]["Id"] | null;
            actor: {
                /** @enum {string} */
                kind: "patient" | "proxy" | "member" | "service" | "system";
                id: components["schemas"]["Id"];
                /**
                 * @description Who it was; a role where the organization's policy hides names of staff. Null for the server itself, and where nobody knows the name
                 *     any more: elements then say what it was, by `kind`.
                 */
                displayName: string | null;
                role: components["schemas"]["ActorRole"];
            };
            action: components["schemas"]["AuditAction"];
            /** @description What was touched. */
            entity: components["schemas"]["AuditedEntity"];
            /** @description Why. */
            reason: components["schemas"]["AccessReason"];
            /** @description For what, as HL7 calls it. Null where another version of the server recorded a purpose that this one does not know. */
            purpose: components["schemas"]["PurposeOfUse"] | null;
            /** @description Of what was done under cover, a hand-over or supervision: the practitioner whose work it is. */
            onBehalfOf?: {
                practitionerId: components["schemas"]["Id"];
                /** @description Null where nobody knows the name any more. */
                displayName: string | null;
            };
            outcome: components["schemas"]["AccessOutcome"];
            /** @description Name of the application through which it happened. Null for the server itself. */
            application: string | null;
            /**
             * Format: int64
             * @description The row's place in the sealed ledger; absent for the first second or so.
             */
            sequence?: number;
        };
        /** @enum {string} */
        AccessOutcome: "done" | "refused" | "failed";
        /**
         * @description Why an access was made.
         * @enum {string}
         */
        AccessReason: "access-log" | "administration" | "appointment" | "billing" | "booking" | "care-team" | "chart" | "consent" | "cover" | "demographics" | "documentation" | "follow-up" | "hand-over" | "intake" | "integration" | "invitation" | "lab" | "login" | "message" | "notification" | "operator" | "preferences" | "prescription" | "privacy-review" | "proxy" | "queue" | "registration" | "search" | "self" | "session" | "supervision" | "visit" | "sign-in" | "step-up" | "signed-out" | "ended-by-person" | "idle" | "absolute" | "refresh-reused" | "access-withdrawn" | "stop-received" | "start-received" | "reaction" | "unexplained" | "unlisted";
        Acknowledgment: {
            alertId: string;
            reason: string;
        };
        /**
         * @description The role under which an access was made.
         * @enum {string}
         */
        ActorRole: "patient" | "proxy" | "practitioner" | "nurse" | "front-desk" | "biller" | "interpreter" | "privacy-officer" | "auditor" | "administrator" | "service" | "system" | "unlisted";
        AddCoverage: {
            payerId: components["schemas"]["Id"];
            memberNumber: string;
            groupNumber?: string;
            /** @enum {string} */
            relationship: "self" | "spouse" | "child" | "other";
            subscriber?: {
                name: components["schemas"]["PersonName"];
                /** Format: date */
                birthDate: string;
                /** @enum {string} */
                sex?: "female" | "male" | "other" | "unknown";
            };
            /** Format: int32 */
            order: number;
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
        };
        Address: {
            line1: string;
            line2?: string;
            city: string;
            state: components["schemas"]["StateCode"];
            postalCode?: string;
        };
        /**
         * @description Claim adjustment group code (X12): who bears a difference.
         * @enum {string}
         */
        AdjustmentGroup: "CO" | "PR" | "OA" | "PI" | "CR";
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
        /** @description What a patient must not be given. FHIR: AllergyIntolerance. */
        Allergy: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            substance: components["schemas"]["AllergySubstance"];
            reaction?: string;
            /** @enum {string} */
            severity: "mild" | "moderate" | "severe" | "unknown";
            /** @enum {string} */
            status: "active" | "resolved" | "entered-in-error";
            notedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        AllergySubstance: {
            /** @description RxNorm ingredient, where it is a drug. */
            rxcui?: string;
            /** @description In words. */
            name: string;
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
        /** @description A file of a message. Its kind is decided by its content, never by its name. */
        Attachment: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "image" | "pdf";
            /** @enum {string} */
            mediaType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
            /** Format: int32 */
            bytes: number;
            createdAt: components["schemas"]["Instant"];
        };
        /**
         * @description What an access did.
         * @enum {string}
         */
        AuditAction: "create" | "read" | "search" | "update" | "delete" | "execute" | "print" | "export";
        /**
         * @description What an access touched.
         * @enum {string}
         */
        AuditedEntity: "Access" | "Account" | "Allergy" | "Appointment" | "Attachment" | "Availability" | "CarePlan" | "CareTeam" | "Claim" | "ClaimCount" | "ClaimMessage" | "CommunicationPreferences" | "Condition" | "Consent" | "ConsentDocument" | "ConsentEvidence" | "Cover" | "Coverage" | "Delivery" | "DiagnosisCode" | "Eligibility" | "Estimate" | "Event" | "FavoritePrescription" | "FeeSchedule" | "Hold" | "Intake" | "Invitation" | "LabOrder" | "LabResult" | "LabTest" | "LiveStream" | "LiveTicket" | "Login" | "MailboxFile" | "Medication" | "Member" | "Message" | "Note" | "NoteTemplate" | "Organization" | "Outcome" | "Patient" | "PatientPharmacy" | "Payer" | "Payment" | "PaymentWebhook" | "Pharmacy" | "PharmacyMessage" | "PharmacyRequest" | "Practitioner" | "Prescription" | "PrescriptionCheck" | "Proxy" | "PsychotherapyNote" | "Questionnaire" | "Queue" | "QueuePosition" | "Referral" | "Remittance" | "RemittanceLine" | "Seat" | "ServiceCode" | "Session" | "Signal" | "Slot" | "SmsWebhook" | "Specialty" | "Statement" | "Superbill" | "Survey" | "Task" | "Thread" | "ThreadCount" | "Transmission" | "UnmatchedResult" | "VideoWebhook" | "Visit" | "VisitSummary" | "VisitType" | "WebhookDelivery" | "WebhookEndpoint" | "Unlisted";
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
        /** @description How the health system looks. Elements take every color from here; nothing of ours shows. */
        Brand: {
            name: string;
            /** @description Buttons and links. Elements adjust or refuse a color whose text could not be read (WCAG 2.2, 1.4.3). */
            accentColor: string;
            logoUrl?: string;
        };
        CancelAppointment: {
            reason: components["schemas"]["CancellationReason"];
        };
        /** @enum {string} */
        CancellationReason: "patient-request" | "practitioner-unavailable" | "no-longer-needed" | "booked-in-error" | "other";
        /** @description What patient and care team want to reach, and how. FHIR: CarePlan with Goal. */
        CarePlan: {
            patientId: components["schemas"]["Id"];
            goals: {
                id: string;
                text: string;
                /** @enum {string} */
                status: "active" | "reached" | "abandoned";
                /** Format: date */
                due?: string;
            }[];
            activities: {
                id: string;
                text: string;
                /** @enum {string} */
                by: "patient" | "care-team";
                /** @enum {string} */
                status: "planned" | "in-progress" | "done";
            }[];
            changedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description Something that somebody has to do. FHIR: Task. */
        CareTask: {
            id: components["schemas"]["Id"];
            /** @description Absent where nobody knows yet whom it concerns. */
            patientId?: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            visitId?: components["schemas"]["Id"];
            kind: components["schemas"]["TaskKind"];
            title?: string;
            /** @enum {string} */
            priority: "routine" | "urgent";
            /** @enum {string} */
            status: "open" | "done" | "cancelled";
            dueAt?: components["schemas"]["Instant"];
            /** @description Who is to do it: a role, or one member. */
            assigneeRole?: components["schemas"]["Role"];
            assignee?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description What brought it about. */
            source?: {
                entity: components["schemas"]["TaskSource"];
                id: components["schemas"]["Id"];
            };
            doneAt?: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description People who treat patients together. Each may act in the others' work and read their patients' charts. FHIR: CareTeam. */
        CareTeam: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description Members; the practitioner that a member is comes with them. */
            memberIds: components["schemas"]["Id"][];
            /** @description Practitioners of the team who do not sign in here. */
            practitionerIds: components["schemas"]["Id"][];
            /** @description False once it is retired: it connects no one any more. */
            active: boolean;
            /** Format: int32 */
            version: number;
        };
        /**
         * Format: int64
         * @description Integer cents, e.g. 12550 for $125.50.
         */
        Cents: number;
        ChangeClaim: {
            coverageId?: components["schemas"]["Id"];
            diagnosisCodes?: string[];
            /** @description Units, charges, modifiers and pointers of the lines; what was done is the note's to say. */
            lines?: {
                /** Format: int32 */
                number: number;
                modifiers: string[];
                /** Format: int32 */
                units: number;
                chargeCents: components["schemas"]["Cents"];
                diagnosisPointers: number[];
            }[];
            priorAuthorization?: string;
            /** @description For the desk. Not sent. */
            note?: string;
            /** Format: int32 */
            version: number;
        };
        /** @description A diagnosis of a signed note. FHIR: Condition. */
        ChartCondition: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            code: string;
            display: string;
            /**
             * @description FHIR: `clinicalStatus`; `entered-in-error` is its `verificationStatus`.
             * @enum {string}
             */
            status: "active" | "resolved" | "entered-in-error";
            firstNotedAt: components["schemas"]["Instant"];
            lastNotedAt: components["schemas"]["Instant"];
            lastNoteId: components["schemas"]["Id"];
            /** @description When somebody said that it is over or was entered in error. Absent while it is active. */
            endedAt?: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description Raised by every change, and by every signed note that names it.
             */
            version: number;
        };
        /**
         * @description Which charts clinicians read: of patients treated by them, their care teams or a colleague they cover, or all charts.
         * @enum {string}
         */
        ChartReach: "assigned" | "organization";
        CheckIn: {
            location: components["schemas"]["PatientLocation"];
            /** @description Where to reach the patient if the connection drops. */
            callbackPhone: components["schemas"]["Phone"];
            emergencyContact?: components["schemas"]["EmergencyContact"];
        };
        /** @description FHIR: Claim with ClaimResponse. */
        Claim: {
            id: components["schemas"]["Id"];
            /** @description Shown to people and sent as the claim's own number. */
            number: string;
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            practitioner: components["schemas"]["PractitionerSummary"];
            coverage?: components["schemas"]["Coverage"];
            payer: components["schemas"]["Payer"];
            state: components["schemas"]["ClaimState"];
            findings: components["schemas"]["ClaimFinding"][];
            /** @description The visit and the note said something else since: look again. */
            stale: boolean;
            /** Format: date */
            serviceDate: string;
            /** @description CMS place of service, from where the patient said they were: 10 at home, 02 elsewhere. */
            placeOfService: string;
            /**
             * @description 1 original, 7 replaces, 8 voids.
             * @enum {string}
             */
            frequency: "1" | "7" | "8";
            /** @description The claim before it for the same visit: what it replaces or voids, what another payer had refused, or the void after which it bills again. */
            follows?: components["schemas"]["Id"];
            /** @description The payer's number of the claim. */
            payerClaimNumber?: string;
            diagnosisCodes: string[];
            lines: components["schemas"]["ClaimLine"][];
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            /**
             * Format: date
             * @description Until when it must have arrived.
             */
            fileBy: string;
            note?: string;
            history: components["schemas"]["ClaimEvent"][];
            submittedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A difference between what was charged and what was paid: CAS of the 835. */
        ClaimAdjustment: {
            group: components["schemas"]["AdjustmentGroup"];
            /** @description Claim adjustment reason code; its wording is licensed and not shipped. */
            reason: string;
            amountCents: components["schemas"]["Cents"];
        };
        ClaimEvent: {
            at: components["schemas"]["Instant"];
            state: components["schemas"]["ClaimState"];
            /**
             * @description Who said so.
             * @enum {string}
             */
            by: "server" | "member" | "clearinghouse" | "payer";
            /** @description Status or rejection code of the partner, as it gave it: of X12, whose wording is licensed and not shipped. */
            code?: string;
        };
        /** @description What is wrong with a claim, and what to do. */
        ClaimFinding: {
            code: components["schemas"]["ClaimFindingCode"];
            /** @enum {string} */
            severity: "error" | "warning";
            /** @description JSON pointer into the claim. */
            pointer: string;
            /** @description In English, with the values of this claim. Elements have words for `code` in each language. */
            message: string;
            /** @description In English. */
            remedy: string;
        };
        /**
         * @description What may be wrong with a claim.
         * @enum {string}
         */
        ClaimFindingCode: "claim-stale" | "audio-not-covered" | "audio-reason-missing" | "billing-provider-missing" | "charge-zero" | "code-not-accepted" | "local-code" | "code-retired" | "consent-missing" | "correction-late" | "coverage-missing" | "coverage-not-in-force" | "diagnosis-differs" | "diagnosis-pointer-invalid" | "duplicate" | "field-characters" | "field-delimiter" | "field-inconsistent" | "field-malformed" | "field-missing" | "field-too-long" | "field-too-short" | "filing-soon" | "filing-too-late" | "license-missing" | "location-missing" | "modifier-differs" | "duplicate-modifier" | "note-not-signed" | "npi-invalid" | "original-claim-missing" | "self-pay" | "payer-unknown" | "place-of-service-differs" | "practitioner-differs" | "restricted" | "service-day-differs" | "service-differs" | "service-in-future" | "service-not-billed" | "taxonomy-invalid" | "units-differ" | "visit-not-held";
        ClaimLine: {
            /** Format: int32 */
            number: number;
            /** @enum {string} */
            codeSystem: "HCPCS" | "CPT" | "local";
            code: string;
            modifiers: string[];
            /** Format: int32 */
            units: number;
            chargeCents: components["schemas"]["Cents"];
            /** @description Positions in `diagnosisCodes`, from 1. */
            diagnosisPointers: number[];
            allowedCents?: components["schemas"]["Cents"];
            paidCents?: components["schemas"]["Cents"];
            patientCents?: components["schemas"]["Cents"];
            adjustments: components["schemas"]["ClaimAdjustment"][];
        };
        ClaimMessage: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ClaimMessageKind"];
            /** @enum {string} */
            direction: "out" | "in";
            at: components["schemas"]["Instant"];
            /** @description The message as sent or received; of a batch only this claim's part. */
            text: string;
        };
        /**
         * @description X12 transaction set of a message.
         * @enum {string}
         */
        ClaimMessageKind: "837P" | "TA1" | "999" | "277CA" | "835";
        /** @enum {string} */
        ClaimState: "blocked" | "ready" | "sending" | "received" | "accepted" | "rejected" | "paid" | "partially-paid" | "denied" | "replaced" | "voided" | "self-pay" | "undelivered";
        ClaimSummary: {
            id: components["schemas"]["Id"];
            number: string;
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            payer: components["schemas"]["Payer"];
            state: components["schemas"]["ClaimState"];
            stale: boolean;
            /** Format: int32 */
            blocking: number;
            /** Format: date */
            serviceDate: string;
            /** Format: date */
            fileBy: string;
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            changedAt: components["schemas"]["Instant"];
        };
        /**
         * @description What any operation may answer.
         * @enum {string}
         */
        CommonProblemCode: "audit_incomplete" | "audit_unavailable" | "authentication_required" | "body_too_deep" | "body_too_large" | "cursor_invalid" | "database_unavailable" | "forbidden" | "idempotency_key_reused" | "internal_error" | "invalid_encoding" | "invalid_json" | "invalid_request" | "method_not_allowed" | "no_treatment_relationship" | "not_found" | "overloaded" | "record_erased" | "response_invalid" | "session_ended" | "session_expired" | "step_up_required" | "stopping" | "token_expired" | "token_invalid" | "too_many_requests" | "try_again" | "unsupported_media_type" | "wrong_origin";
        /** @description How a patient wants to be told. 45 CFR 164.522(b). */
        CommunicationPreferences: {
            patientId: components["schemas"]["Id"];
            /**
             * @description The one channel that is used.
             * @enum {string}
             */
            channel: "email" | "sms" | "none";
            /** @description Another address than the one on record. */
            email?: string;
            phone?: components["schemas"]["Phone"];
            language: components["schemas"]["Language"];
            /** @description Nothing is sent within these hours of the patient's own clock. */
            quietHours: {
                from: components["schemas"]["WallTime"];
                to: components["schemas"]["WallTime"];
            } | null;
            /** @description What the patient does not want. */
            muted: components["schemas"]["NotificationKind"][];
            /** @description Somebody answered STOP from this number. Only START from the same number takes it back. */
            stopped: boolean;
            /** Format: int32 */
            version: number;
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
            status: "required" | "granted" | "declined";
            /** @description Absent once granted. */
            reason?: components["schemas"]["ConsentRequirementReason"];
            /** @description The text to show, in the best language there is. */
            document: components["schemas"]["ConsentDocument"];
            consentId?: components["schemas"]["Id"];
        };
        /** @enum {string} */
        ConsentRequirementReason: "first-time" | "new-version" | "revoked" | "previously-declined";
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
        /**
         * @description For a time a colleague acts in a practitioner's work: notes, orders, room, queue and calendar, and the charts of their patients. Every
         *     act under it is in the ledger, with the covered practitioner. FHIR: PractitionerRole.period, Provenance.agent.onBehalfOf.
         */
        Cover: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["CoverKind"];
            /** @description Whose work it is. */
            practitioner: {
                id: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description Who acts in it. */
            coveredBy: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            reason: components["schemas"]["CoverReason"];
            from: components["schemas"]["Instant"];
            /** @description It counts until then, and no longer. */
            until: components["schemas"]["Instant"];
            /** @description When it was ended before its time. */
            endedAt?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        CoverKind: "cover" | "hand-over" | "supervision";
        /**
         * @description Why a colleague acts in another's place. A closed list, so that it holds no PHI.
         * @enum {string}
         */
        CoverReason: "absent" | "on-leave" | "off-shift" | "emergency" | "workload" | "at-request" | "supervision";
        /** @description Who pays for a patient. FHIR: Coverage. */
        Coverage: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            payer: components["schemas"]["Payer"];
            memberNumber: string;
            groupNumber?: string;
            /** @enum {string} */
            relationship: "self" | "spouse" | "child" | "other";
            /** @description The insured person, when it is not the patient. */
            subscriber?: {
                name: components["schemas"]["PersonName"];
                /** Format: date */
                birthDate: string;
                /** @enum {string} */
                sex?: "female" | "male" | "other" | "unknown";
            };
            /**
             * Format: int32
             * @description 1 is asked first.
             */
            order: number;
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            eligibility?: components["schemas"]["Eligibility"];
            /** Format: int32 */
            version: number;
        };
        CreateCareTeam: {
            name: string;
            memberIds: components["schemas"]["Id"][];
            practitionerIds?: components["schemas"]["Id"][];
        };
        CreateFavorite: {
            /** @description Tells it apart from the caller's others, whatever its case and spaces. Nothing about a patient. */
            name: string;
            rxcui: string;
            directions: components["schemas"]["Directions"];
            /** Format: double */
            quantity: number;
            /** Format: int32 */
            daysSupply: number;
            /** Format: int32 */
            refills: number;
            substitutionAllowed: boolean;
            noteToPharmacist?: string;
        };
        CreateMember: {
            displayName: string;
            email?: string;
            roles: components["schemas"]["Role"][];
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
        };
        CreatePractitioner: {
            memberId?: components["schemas"]["Id"];
            displayName: string;
            title: components["schemas"]["LocalizedText"][];
            specialties: string[];
            languages: components["schemas"]["Language"][];
            zone: components["schemas"]["Zone"];
            licenses: components["schemas"]["License"][];
            npi?: string;
        };
        CreateProxy: {
            displayName: string;
            /** @enum {string} */
            relationship: "parent" | "guardian" | "caregiver" | "spouse" | "child" | "other";
            email?: string;
            phone?: components["schemas"]["Phone"];
            scope: components["schemas"]["ProxyScope"][];
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
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
            licenseRequired: boolean;
            ages?: components["schemas"]["AgeRange"];
            /** Format: int32 */
            minimumNoticeMinutes: number;
            /** Format: int32 */
            horizonDays: number;
            /** Format: int32 */
            cancellationNoticeMinutes: number;
        };
        /** @description An invitation with its code, which is shown here and never again. */
        CreatedInvitation: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["InvitationKind"];
            /** @description Who is to sign in; null unless the kind is `member`. */
            memberId: components["schemas"]["Id"] | null;
            /** @description The patient who is to sign in, or for whom a proxy is to act; null for a member. */
            patientId: components["schemas"]["Id"] | null;
            /** @description The right that is offered; null unless the kind is `proxy`. */
            proxyId: components["schemas"]["Id"] | null;
            status: components["schemas"]["InvitationStatus"];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description The code, for the invited person alone: `7K3M9-QXT4W-ZR8NB-H2CVD`. Case, spaces and hyphens do not matter when it is typed. */
            secret: string;
        };
        /** @description A right that was just offered, with the invitation to it. */
        CreatedProxy: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            displayName: string;
            /** @enum {string} */
            relationship: "parent" | "guardian" | "caregiver" | "spouse" | "child" | "other";
            /** @description Where they are written to about the patient. Shown to them, to the patient and to staff; not to others who act for the patient. */
            email?: string;
            phone?: components["schemas"]["Phone"];
            scope: components["schemas"]["ProxyScope"][];
            /** Format: date */
            from: string;
            /** @description Last day; for a parent the day before the patient comes of age. */
            to: string | null;
            status: components["schemas"]["ProxyStatus"];
            invitation: components["schemas"]["CreatedProxyInvitation"];
        };
        /** @description The invitation to a right that was just offered. */
        CreatedProxyInvitation: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["InvitationKind"];
            /** @description Who is to sign in; null unless the kind is `member`. */
            memberId: components["schemas"]["Id"] | null;
            /** @description The patient who is to sign in, or for whom a proxy is to act; null for a member. */
            patientId: components["schemas"]["Id"] | null;
            /** @description The right that is offered; null unless the kind is `proxy`. */
            proxyId: components["schemas"]["Id"] | null;
            status: components["schemas"]["InvitationStatus"];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description The code, as in `CreatedInvitation`. Absent when a request is repeated under its idempotency key. */
            secret?: string;
        };
        /** @description The clock of a critical value. */
        CriticalValue: {
            raisedAt: components["schemas"]["Instant"];
            /** @description By when somebody has to say that they know. */
            dueAt: components["schemas"]["Instant"];
            notified: {
                role: components["schemas"]["EscalationRole"];
                at: components["schemas"]["Instant"];
            }[];
            acknowledgedAt?: components["schemas"]["Instant"];
            acknowledgedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
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
            /** @description The sections that were shown in full, by the document's own codes. */
            sectionsSeen: string[];
            zone: components["schemas"]["Zone"];
        };
        /** @description One thing that was sent to a patient, or kept back, and why. Holds no text: templates cannot carry PHI. */
        Delivery: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /**
             * @description To whom: the patient, or one of those who act for them.
             * @enum {string}
             */
            audience: "patient" | "proxies";
            kind: components["schemas"]["NotificationKind"];
            template: components["schemas"]["NoticeTemplate"];
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            status: "queued" | "deferred" | "sent" | "delivered" | "failed" | "suppressed";
            reason?: components["schemas"]["DeliveryReason"];
            /** @description What the partner answered, in its own code. For who runs the server. */
            partnerCode?: string;
            createdAt: components["schemas"]["Instant"];
            sentAt?: components["schemas"]["Instant"];
            settledAt?: components["schemas"]["Instant"];
        };
        /**
         * @description Why a notice was kept back or did not arrive.
         * @enum {string}
         */
        DeliveryReason: "no-consent" | "muted" | "stopped" | "no-address" | "no-proxy-address" | "no-channel" | "outdated" | "undecided" | "partner";
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
        DiagnosisCode: {
            /** @description ICD-10-CM with the dot. */
            code: string;
            display: string;
        };
        /** @description How a medicine is to be taken. FHIR: Dosage. */
        Directions: {
            /** Format: double */
            dose: number;
            doseUnit: components["schemas"]["DoseUnit"];
            route: components["schemas"]["MedicationRoute"];
            /** @description Times a day, or one dose in so many hours. */
            timing: {
                /** Format: int32 */
                timesPerDay: number;
            } | {
                /** Format: int32 */
                everyHours: number;
            };
            /**
             * Format: int32
             * @description Whole days; until it is stopped when absent.
             */
            days?: number;
            /** @description Taken when needed, and what for. */
            asNeededFor?: string;
            /** @description What else the patient should know, e.g. `with food`. */
            note?: string;
        };
        /**
         * @description In what a dose, or a quantity, is counted.
         * @enum {string}
         */
        DoseUnit: "tablet" | "capsule" | "mL" | "g" | "mg" | "unit" | "puff" | "spray" | "drop" | "patch" | "application" | "suppository" | "sachet" | "dose" | "inhaler" | "spray-bottle";
        /** @description What a payer said about a coverage. FHIR: CoverageEligibilityResponse. */
        Eligibility: {
            id: components["schemas"]["Id"];
            coverageId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @enum {string} */
            status: "pending" | "active" | "inactive" | "unknown-member" | "no-response";
            copayCents?: components["schemas"]["Cents"];
            deductibleRemainingCents?: components["schemas"]["Cents"];
            /** Format: double */
            coinsurancePercent?: number;
            /**
             * @description For whom the payer answered. `unknown`: for both networks, so that our contract says which is ours; the amounts are never those for `out`.
             * @enum {string}
             */
            network?: "in" | "out" | "unknown";
            /** @description Why the payer refused the question or a part of it, in its order. Absent when it refused nothing, or nobody answered in time. */
            refusals?: components["schemas"]["EligibilityRefusal"][];
            requestedAt: components["schemas"]["Instant"];
            respondedAt?: components["schemas"]["Instant"];
        };
        /**
         * @description What a payer allows next.
         * @enum {string}
         */
        EligibilityFollowUp: "correct-and-resubmit" | "resubmit" | "resubmit-in-10-days" | "resubmit-in-30-days" | "do-not-resubmit" | "inquiry-initiated" | "response-follows";
        /** @description Why a payer did not answer a question, and what to do. FHIR: CoverageEligibilityResponse.error. */
        EligibilityRefusal: {
            /** @description AAA03 of the 271 as the payer gave it, e.g. `72`. Its wording is licensed and not shipped. */
            code: string;
            /** @description What to look at first. */
            about: components["schemas"]["EligibilityRefusalAbout"];
            /** @description What the payer allows next (AAA04). Absent when it did not say. */
            followUp?: components["schemas"]["EligibilityFollowUp"];
            /** @description In English. Elements have words for `about` and `followUp` in each language. */
            remedy: string;
        };
        /**
         * @description What to look at first where a payer refused a question.
         * @enum {string}
         */
        EligibilityRefusalAbout: "member-number" | "birth-date" | "name" | "sex" | "insured-person" | "payer" | "clinic" | "later" | "other";
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
            code: components["schemas"]["IntakeAlert"];
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
        /**
         * @description Who is called about a critical value.
         * @enum {string}
         */
        EscalationRole: "patient" | "proxy" | "practitioner" | "nurse" | "front-desk" | "biller" | "interpreter" | "privacy-officer" | "auditor" | "administrator" | "service" | "ordering-practitioner" | "covering-practitioner";
        /** @description What care will cost somebody without coverage. 45 CFR 149.610. */
        Estimate: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            appointmentId?: components["schemas"]["Id"];
            /** @enum {string} */
            status: "due" | "issued" | "replaced";
            /** @description When it has to be in the patient's hands. */
            dueAt: components["schemas"]["Instant"];
            reason: components["schemas"]["EstimateReason"];
            items: {
                code: string;
                /** @enum {string} */
                codeSystem: "HCPCS" | "CPT" | "local";
                /** Format: int32 */
                units: number;
                chargeCents: components["schemas"]["Cents"];
            }[];
            diagnosisCodes: string[];
            totalCents: components["schemas"]["Cents"];
            practitioner: components["schemas"]["PractitionerSummary"];
            /** Format: date */
            serviceOn?: string;
            issuedAt?: components["schemas"]["Instant"];
            /**
             * @description The person who issued it.
             * @enum {string}
             */
            issuedBy?: "server" | "member";
            /** @description Why it waits for a person, while it is due. */
            missing: components["schemas"]["EstimateGap"][];
            /** Format: date */
            validUntil?: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the server would have to know to issue an estimate by itself.
         * @enum {string}
         */
        EstimateGap: "no-appointment" | "no-usual-service" | "no-price" | "provider-missing" | "npi-missing" | "state-missing" | "manual";
        /**
         * @description What an estimate is made for.
         * @enum {string}
         */
        EstimateReason: "scheduled" | "requested" | "changed";
        /**
         * @description Where a line, or a whole payment, was dealt with when it was not posted here.
         * @enum {string}
         */
        ExternalResolution: "other-system" | "payer-corrected" | "returned" | "not-ours" | "no-money";
        /** @description One faulty property of a request. Never holds the value that was sent. */
        FaultyProperty: {
            /** @description JSON pointer into the body, or `query:name`, `path:name`, `header:name`. */
            pointer: string;
            /** @description What is wrong, for programs: a keyword of JSON Schema, e.g. `required`, or a code of the operation. An element shows the place and the words of the problem. */
            code: string;
            /** @description A sentence that says what is expected. */
            message: string;
        };
        /** @description What a prescriber writes again and again, under a name of their own. It belongs to one practitioner and is about no patient. */
        FavoritePrescription: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description As it can be prescribed today; as it was last known where it no longer can. */
            medication: components["schemas"]["Medication"];
            directions: components["schemas"]["Directions"];
            /** @description The directions in words. */
            directionsText: components["schemas"]["LocalizedText"][];
            /** Format: double */
            quantity: number;
            /** Format: int32 */
            daysSupply: number;
            /** Format: int32 */
            refills: number;
            substitutionAllowed: boolean;
            noteToPharmacist?: string;
            /**
             * @description Why nothing can be prescribed with it now: the code of the refusal. Absent when something can.
             * @enum {string}
             */
            unusable?: "unknown_medication" | "controlled_substance";
            /** Format: int32 */
            version: number;
        };
        /** @description The price of a service. */
        FeeRow: {
            /** @enum {string} */
            codeSystem: "HCPCS" | "CPT" | "local";
            code: string;
            chargeCents: components["schemas"]["Cents"];
            /** Format: date */
            from: string;
            /** @description Codes of the visit types at which it is usually given: what the server makes an estimate of, one unit of each. */
            usualFor?: string[];
        };
        HandOver: {
            /** @description Who takes over: a member of the organization. */
            toMemberId: components["schemas"]["Id"];
            /**
             * @description `hand-over` when left out.
             * @enum {string}
             */
            kind?: "hand-over" | "supervision";
            reason: components["schemas"]["CoverReason"];
            /** @description Now when left out. */
            from?: components["schemas"]["Instant"];
            /** @description At most as many days after `from` as the policy allows, 90 unless it says otherwise. */
            until: components["schemas"]["Instant"];
        };
        /** @description A line that waits for a person, with the payment in which it came. */
        HeldLine: {
            id: components["schemas"]["Id"];
            /** @description Absent when it fits no claim here. */
            claimId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            claimNumber: string;
            /** @enum {string} */
            kind: "payment" | "reversal" | "denial";
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            /** @description By the server itself, or by hand. */
            posted: boolean;
            /** @description Why it is held, or was before a person worked on it. */
            holdReason?: components["schemas"]["HoldReason"];
            /**
             * @description What a person did about it. Absent while it waits.
             * @enum {string}
             */
            resolution?: "matched" | "external";
            externalResolution?: components["schemas"]["ExternalResolution"];
            resolvedAt?: components["schemas"]["Instant"];
            remittanceId: components["schemas"]["Id"];
            payerName: string;
            /** @description Check or EFT number. */
            traceNumber: string;
            /** Format: date */
            paidOn: string;
        };
        /** @description What the payer said of a line, and the claims that it may be about. */
        HeldLineDetail: {
            id: components["schemas"]["Id"];
            /** @description Absent when it fits no claim here. */
            claimId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            claimNumber: string;
            /** @enum {string} */
            kind: "payment" | "reversal" | "denial";
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            /** @description By the server itself, or by hand. */
            posted: boolean;
            /** @description Why it is held, or was before a person worked on it. */
            holdReason?: components["schemas"]["HoldReason"];
            /**
             * @description What a person did about it. Absent while it waits.
             * @enum {string}
             */
            resolution?: "matched" | "external";
            externalResolution?: components["schemas"]["ExternalResolution"];
            resolvedAt?: components["schemas"]["Instant"];
            remittanceId: components["schemas"]["Id"];
            payerName: string;
            /** @description Check or EFT number. */
            traceNumber: string;
            /** Format: date */
            paidOn: string;
            /** @description The payer's number of the claim. */
            payerClaimNumber?: string;
            /** @description Absent when the payer names nobody. */
            payerPatient?: components["schemas"]["PayerPatient"];
            services: {
                code: string;
                /** Format: date */
                serviceDate?: string;
                chargeCents: components["schemas"]["Cents"];
                paidCents: components["schemas"]["Cents"];
            }[];
            /** @description Claims that were sent: first what the payer knows by its number, then those of the same charge and the same days, else the latest. With `number`, the one of that number. */
            candidates: components["schemas"]["ClaimSummary"][];
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
        /**
         * @description Why the server did not post a line by itself. A person decides.
         * @enum {string}
         */
        HoldReason: "claim-unknown" | "charge-differs" | "already-adjudicated" | "claim-closed" | "nothing-to-reverse" | "patient-differs" | "not-ours" | "predetermination" | "unbalanced" | "payment-number-reused";
        /** @description An opaque id. */
        Id: string;
        /**
         * Format: date-time
         * @description An instant in UTC, RFC 3339, e.g. `2026-11-25T15:30:00Z`.
         */
        Instant: string;
        /**
         * @description What an answer may warn of before the visit. A closed list: each has words wherever it is shown.
         * @enum {string}
         */
        IntakeAlert: "breathing-difficulty" | "breathing-or-fainting" | "chest-pain" | "hard-to-wake" | "self-harm-thoughts" | "severe-allergic-reaction" | "severe-bleeding" | "stroke-signs" | "very-high-blood-pressure" | "other";
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
            /** @description Of the emergency rules that an answer has set off. */
            emergencies: components["schemas"]["IntakeAlert"][];
            savedAt?: components["schemas"]["Instant"];
            submittedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description An offer to link a sign-in. Never holds the code, and nothing that says whether the invited person is known. */
        Invitation: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["InvitationKind"];
            /** @description Who is to sign in; null unless the kind is `member`. */
            memberId: components["schemas"]["Id"] | null;
            /** @description The patient who is to sign in, or for whom a proxy is to act; null for a member. */
            patientId: components["schemas"]["Id"] | null;
            /** @description The right that is offered; null unless the kind is `proxy`. */
            proxyId: components["schemas"]["Id"] | null;
            status: components["schemas"]["InvitationStatus"];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        InvitationKind: "member" | "patient" | "proxy";
        /** @enum {string} */
        InvitationStatus: "pending" | "accepted" | "expired" | "revoked";
        LabAnswer: {
            code: string;
            value: string;
        };
        /** @description One measured thing. FHIR: Observation, category laboratory. */
        LabObservation: {
            loinc: string;
            name: string;
            /** @description As the laboratory wrote it; absent when there is none, and then `dataAbsentReason` says why. */
            value?: string;
            /** @enum {string} */
            dataAbsentReason?: "not-performed" | "pending" | "specimen-unsatisfactory" | "unknown";
            /** @description As the laboratory wrote it: UCUM where it uses that. */
            unit?: string;
            referenceRange?: string;
            /**
             * @description HL7 table 0078.
             * @enum {string}
             */
            flag?: "N" | "L" | "H" | "LL" | "HH" | "A" | "AA";
            /** @enum {string} */
            status: "preliminary" | "final" | "corrected" | "cancelled";
            observedAt?: components["schemas"]["Instant"];
            /** @description What a correction replaced. */
            replaced?: {
                value?: string;
                unit?: string;
                at: components["schemas"]["Instant"];
            };
            note?: string;
        };
        /** @description FHIR: ServiceRequest, category laboratory. */
        LabOrder: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            visitId?: components["schemas"]["Id"];
            practitioner: components["schemas"]["PractitionerSummary"];
            status: components["schemas"]["LabOrderStatus"];
            tests: {
                code: string;
                loinc: string;
                name: components["schemas"]["LocalizedText"][];
                answers: components["schemas"]["LabAnswer"][];
                status: components["schemas"]["OrderedTestStatus"];
            }[];
            diagnosisCodes: string[];
            /** @enum {string} */
            priority: "routine" | "urgent";
            note?: string;
            /** @description Of a refusal, as the laboratory wrote it. */
            refusal?: string;
            resultIds: components["schemas"]["Id"][];
            placedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        LabOrderStatus: "sending" | "accepted" | "partial" | "final" | "refused" | "undelivered" | "cancel-requested" | "cancelled";
        /** @description A question that the laboratory needs answered with an order. */
        LabQuestion: {
            /** @description The laboratory's own code; people read `text`. */
            code: string;
            text: components["schemas"]["LocalizedText"][];
            /** @enum {string} */
            type: "text" | "choice" | "date" | "number" | "yes-no";
            options?: {
                code: string;
                text: components["schemas"]["LocalizedText"][];
            }[];
            required: boolean;
        };
        /** @description FHIR: DiagnosticReport, category LAB. */
        LabResult: {
            id: components["schemas"]["Id"];
            orderId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            practitionerId: components["schemas"]["Id"];
            test: {
                code: string;
                loinc: string;
                name: components["schemas"]["LocalizedText"][];
            };
            /** @enum {string} */
            status: "partial" | "final" | "corrected" | "cancelled";
            /** @description The laboratory's number. */
            fillerNumber: string;
            /** @description Name of the laboratory that measured. */
            laboratory: string;
            observations: components["schemas"]["LabObservation"][];
            /** @description Something is outside its range. */
            abnormal: boolean;
            critical?: components["schemas"]["CriticalValue"];
            reviewedAt?: components["schemas"]["Instant"];
            reviewedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description What the reviewer wrote to the patient. */
            comment?: string;
            releasedAt?: components["schemas"]["Instant"];
            /** @description It was corrected after it had been reviewed or released. */
            correctedAfterReview: boolean;
            receivedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description What can be ordered. */
        LabTest: {
            /** @description The laboratory's own code. */
            code: string;
            /** @description LOINC of the order. */
            loinc: string;
            name: components["schemas"]["LocalizedText"][];
            specimen: components["schemas"]["LocalizedText"][];
            fasting: boolean;
            questions: components["schemas"]["LabQuestion"][];
        };
        /** @description A BCP 47 language tag, e.g. `en` or `es`. */
        Language: string;
        /** @description The right to practice in one state. */
        License: {
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
        /** @description For lists: a published summary without its content. */
        ListedSummary: {
            visitId: components["schemas"]["Id"];
            visitAt: components["schemas"]["Instant"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            practitioner: components["schemas"]["PractitionerSummary"];
            publishedAt: components["schemas"]["Instant"];
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
        /** @enum {string} */
        LoginStatus: "none" | "linked";
        /**
         * @description What is wrong with a file of the mailbox.
         * @enum {string}
         */
        MailboxFault: "amount" | "trace_number_mismatch" | "code" | "control_number" | "duplicate_control_number" | "count" | "date" | "debit" | "delimiters" | "element_missing" | "empty" | "header_length" | "loop_missing" | "duplicate_loop" | "no_interchange" | "outside_envelope" | "percent" | "quantity" | "segment_missing" | "segment_tag" | "service" | "too_large" | "transaction" | "unclosed" | "unexpected_segment" | "unterminated" | "usage" | "version" | "server";
        /** @description A file of the clearinghouse's mailbox that waits for a person, or did. */
        MailboxFile: {
            id: components["schemas"]["Id"];
            /** @description What the clearinghouse calls it: to ask it about the file. */
            name: string;
            /** @description When the clearinghouse laid it out. */
            postedAt: components["schemas"]["Instant"];
            state: components["schemas"]["MailboxFileState"];
            /** @description What is wrong. Absent once it was read. */
            fault?: components["schemas"]["MailboxFault"];
            /** @description Of a fault of the server itself: its kind and code, e.g. `DatabaseError 23505`. For who runs the server. */
            faultDetail?: string;
            /** @description Tag of the segment that is wrong, e.g. `SE`. */
            segment?: string;
            /**
             * Format: int32
             * @description How often the server has stumbled over it.
             */
            attempts: number;
            externalResolution?: components["schemas"]["ExternalResolution"];
            resolvedAt?: components["schemas"]["Instant"];
            /** @description Of a file that was dealt with somewhere else: until then its text can be looked at again. Afterwards it is gone. */
            textRetainedUntil?: components["schemas"]["Instant"];
        };
        /**
         * @description What became of a file of the clearinghouse's mailbox.
         * @enum {string}
         */
        MailboxFileState: "unreadable" | "failing" | "waiting" | "read" | "resolved-externally";
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
        /** @description What can be prescribed. FHIR: Medication. */
        Medication: {
            /** @description RxNorm concept of the clinical or branded drug (SCD, SBD). */
            rxcui: string;
            name: string;
            ingredients: {
                rxcui: string;
                name: string;
            }[];
            /** @description As RxNorm says it, e.g. `Oral Tablet`. */
            form: string;
            strength: string;
            route: components["schemas"]["MedicationRoute"];
            /** @description Unit of the quantity, and its NCI code, e.g. `C48542`. */
            quantityUnit: {
                code: string;
                unit: components["schemas"]["DoseUnit"];
            };
            /**
             * @description Schedule of the Controlled Substances Act; absent when it is not controlled.
             * @enum {string}
             */
            schedule?: "II" | "III" | "IV" | "V";
        };
        /**
         * @description The way a medicine is given.
         * @enum {string}
         */
        MedicationRoute: "oral" | "sublingual" | "topical" | "transdermal" | "inhalation" | "nasal" | "ophthalmic" | "otic" | "injection" | "subcutaneous" | "rectal";
        /** @description A person who works for the organization. */
        Member: {
            id: components["schemas"]["Id"];
            displayName: string;
            email?: string;
            roles: components["schemas"]["Role"][];
            /** @enum {string} */
            status: "active" | "disabled";
            /** @description Whether the member can sign in. A new member is invited (`members.invite`) and links a sign-in by accepting. */
            login: components["schemas"]["LoginStatus"];
            practitionerId: components["schemas"]["Id"] | null;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        Modality: "video" | "audio" | "in-person";
        /** @description A visit that should follow. */
        NextVisit: {
            visitTypeId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            practitionerId?: components["schemas"]["Id"];
            /** Format: date */
            earliest: string;
            /** Format: date */
            latest: string;
            /** @description The appointment, once it is booked. */
            appointmentId?: components["schemas"]["Id"];
        };
        /** @description FHIR: DocumentReference with a Composition document. */
        Note: {
            id: components["schemas"]["Id"];
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            practitionerId: components["schemas"]["Id"];
            author: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            } | null;
            templateCode: string;
            /**
             * @description The template in the version of the day on which the note was drafted: its headings stay what they were. `listNoteTemplates` has today's.
             *     Absent where no pack has it any more.
             */
            template?: components["schemas"]["NoteTemplate"];
            /** @description LOINC code of the kind of document. */
            kind: string;
            status: components["schemas"]["NoteStatus"];
            sections: components["schemas"]["NoteSection"][];
            diagnoses: components["schemas"]["NoteDiagnosis"][];
            vitals: components["schemas"]["Vital"][];
            services: components["schemas"]["NoteService"][];
            /** @description Who was asked to co-sign, last; null when nobody was. */
            supervisor: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            } | null;
            signatures: components["schemas"]["NoteSignature"][];
            addenda: components["schemas"]["NoteAddendum"][];
            /** @description Sections that still stand in the way of signing, by their codes; their headings are in the template. */
            missing: string[];
            /** @description What else stands in the way. A note can be signed when both are empty. */
            missingParts: components["schemas"]["NotePart"][];
            /** @description What was written by the server from the intake and the check-in, and nobody has changed: section codes. */
            prefilled: string[];
            /**
             * @description Those of them that hold only alerts, scores and how the visit was held, and no word of the patient's. A required section among them
             *     counts as missing until a clinician has changed it.
             */
            derived: string[];
            /** @description Whether this is a kind of visit of which the person who held it may keep psychotherapy notes. Not whether there are any. */
            psychotherapyNotes: boolean;
            /**
             * Format: date
             * @description The day of the visit by the practitioner's clock. Its diagnoses are codes that were in force then.
             */
            visitDay: string;
            createdAt: components["schemas"]["Instant"];
            savedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        NoteAddendum: {
            id: components["schemas"]["Id"];
            text: string;
            signature: components["schemas"]["NoteSignature"];
        };
        /** @description What changed in one section, or in one part that is no section, in reading order. */
        NoteChange: {
            /** @description Code of the section; absent where it is a part. */
            section?: string;
            part?: components["schemas"]["NotePart"];
            parts: {
                /** @enum {string} */
                kind: "same" | "added" | "removed";
                text: string;
            }[];
        };
        /** @description FHIR: Condition, and Encounter.diagnosis. */
        NoteDiagnosis: {
            /** @description ICD-10-CM, with the dot, e.g. `I10` or `E11.9`. */
            code: string;
            /** @description The code's own wording. Filled in by the server. */
            display?: string;
        };
        NoteDifference: {
            noteId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
            /** @description Sections that differ, then parts. */
            changes: components["schemas"]["NoteChange"][];
        };
        /**
         * @description In what a stored note is not what was signed.
         * @enum {string}
         */
        NoteFault: "content-changed" | "signature-invalid" | "version-missing" | "addendum-changed";
        /**
         * @description A part of a note that is no section of its template.
         * @enum {string}
         */
        NotePart: "diagnoses" | "vitals" | "services";
        NoteSection: {
            code: string;
            text: string;
        };
        /** @description What was done, as it will be charged. */
        NoteService: {
            /** @enum {string} */
            codeSystem: "HCPCS" | "CPT" | "local";
            code: string;
            /** Format: int32 */
            units: number;
            /** @description Positions in `diagnoses`, from 1; the first is the main one. */
            diagnosisPointers: number[];
            /**
             * @description Why there was no picture; needed when a visit was held by sound alone.
             * @enum {string}
             */
            audioOnlyReason?: "patient-choice" | "no-device" | "no-connection";
        };
        NoteSignature: {
            by: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            at: components["schemas"]["Instant"];
            /**
             * @description What the signature says: wrote it, or supervised it.
             * @enum {string}
             */
            as: "author" | "supervisor";
            /** @description SHA-256 over the canonical content that was signed, hex. */
            contentHash: string;
        };
        /** @enum {string} */
        NoteStatus: "draft" | "awaiting-cosign" | "signed" | "addended";
        /** @description For lists: a note without its content. */
        NoteSummary: {
            id: components["schemas"]["Id"];
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            practitionerId: components["schemas"]["Id"];
            templateCode: string;
            /** @description Of the template in the version of the day on which the note was drafted. Absent where no pack has it any more. */
            templateName?: components["schemas"]["LocalizedText"][];
            kind: string;
            status: components["schemas"]["NoteStatus"];
            visitAt: components["schemas"]["Instant"];
            savedAt: components["schemas"]["Instant"];
            signedAt?: components["schemas"]["Instant"];
        };
        NoteTemplate: {
            /** @description Of the specialty pack, e.g. `soap` or `cardiology`; people read `name`. */
            code: string;
            name: components["schemas"]["LocalizedText"][];
            /** @description LOINC code of the kind of document, e.g. `11506-3`. */
            kind: string;
            specialties: string[];
            sections: components["schemas"]["NoteTemplateSection"][];
        };
        /** @description A part of a note. FHIR: Composition.section. */
        NoteTemplateSection: {
            /** @description Stable within the template, e.g. `assessment`. */
            code: string;
            /** @description LOINC code of the section. */
            loinc: string;
            heading: components["schemas"]["LocalizedText"][];
            hint: components["schemas"]["LocalizedText"][];
            /** @description A note without it cannot be signed. What the server alone wrote there does not count. */
            required: boolean;
            /** @description What the patient reads in the summary comes from here. */
            forPatient: boolean;
        };
        /** @description Whether what is stored is what was signed. */
        NoteVerification: {
            noteId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            intact: boolean;
            faults: components["schemas"]["NoteFault"][];
            checkedAt: components["schemas"]["Instant"];
        };
        NoteVersion: {
            /** Format: int32 */
            version: number;
            savedAt: components["schemas"]["Instant"];
            savedBy: {
                /** @enum {string} */
                kind: "member" | "system";
                displayName: string;
            };
            status: components["schemas"]["NoteStatus"];
        };
        /** @description What was measured at one visit, as its signed note says it. */
        NoteVitals: {
            noteId: components["schemas"]["Id"];
            /** @description When the visit was. */
            at: components["schemas"]["Instant"];
            vitals: components["schemas"]["Vital"][];
        };
        /**
         * @description The text of a notice.
         * @enum {string}
         */
        NoticeTemplate: "appointment-booked" | "appointment-rescheduled" | "appointment-cancelled" | "reminder-day" | "reminder-hour" | "visit-missed" | "new-message" | "result-ready" | "summary-ready" | "next-step";
        /** @enum {string} */
        NotificationKind: "appointment" | "reminder" | "message" | "result" | "summary" | "outreach";
        /**
         * @description What the operations that name it with `@problems` may answer.
         * @enum {string}
         */
        OperationProblemCode: "invalid_client" | "invalid_grant" | "unauthorized_client" | "unsupported_grant_type" | "unknown_issuer" | "invitation_accepted" | "invitation_expired" | "invitation_revoked" | "unknown_invitation" | "invitation_used" | "invitation_wrong_person" | "login_exists" | "member_disabled" | "proxy_not_invited" | "right_not_started" | "too_many_invitations" | "too_many_proxies" | "window_too_long" | "not_assigned" | "outside_proxy_scope" | "version_conflict" | "identity_taken" | "last_administrator" | "member_taken" | "record_number_taken" | "cover_ended" | "cover_exists" | "too_many_covers" | "slot_taken" | "slot_unavailable" | "not_licensed" | "age_out_of_range" | "too_many_holds" | "hold_expired" | "renewals_used_up" | "too_late_to_change" | "not_changeable" | "windows_overlap" | "unknown_zone" | "code_taken" | "consent_missing" | "consent_document_missing" | "consent_superseded" | "document_changed" | "document_exists" | "sections_not_read" | "signature_missing" | "written_signature_required" | "already_revoked" | "not_granted" | "clause_missing" | "translation_mismatch" | "translation_unreviewed" | "answers_missing" | "answers_invalid" | "unknown_question" | "already_submitted" | "appointment_closed" | "intake_missing" | "too_early" | "too_late" | "check_in_not_allowed" | "not_waiting" | "not_admitted" | "no_seat" | "seat_invalid" | "room_full" | "signal_too_large" | "visit_ended" | "vendor_not_permitted" | "capability_not_covered" | "vendor_unavailable" | "signature_invalid" | "visit_not_started" | "visit_not_ended" | "note_incomplete" | "note_signed" | "note_not_signed" | "not_the_author" | "not_awaiting_cosign" | "not_the_supervisor" | "supervisor_available" | "unknown_code" | "has_allergies" | "not_a_prescriber" | "npi_missing" | "unknown_medication" | "unknown_pharmacy" | "pharmacy_missing" | "quantity_implausible" | "alerts_open" | "medications_changed" | "controlled_substance" | "prescription_signed" | "not_cancellable" | "not_renewable" | "favorite_name_taken" | "too_many_favorites" | "already_answered" | "unknown_test" | "answer_missing" | "answer_invalid" | "already_matched" | "not_critical" | "coverage_overlaps" | "subscriber_missing" | "unknown_payer" | "code_set_not_licensed" | "claim_blocked" | "claim_sent" | "claim_not_adjudicated" | "already_resolved" | "line_not_postable" | "nothing_due" | "amount_too_large" | "payment_in_progress" | "payment_not_paid" | "not_issued" | "already_issued" | "not_published" | "unknown_visit_type" | "task_ended" | "unknown_member" | "role_not_assignable" | "survey_closed" | "invalid_step" | "address_missing" | "unsupported_attachment_type" | "attachment_unreadable" | "unknown_attachment" | "address_not_allowed" | "unknown_event" | "event_not_permitted" | "too_many_endpoints";
        /**
         * @description What became of one test of an order, as its reports and the laboratory's own words say together.
         * @enum {string}
         */
        OrderedTestStatus: "ordered" | "partial" | "final" | "refused" | "cancelled";
        /** @description A health system: the tenant. Belongs to one region; every other deployment answers 421 with the right address. */
        Organization: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description The deployment's own name, which begins with a country, e.g. `us-east`. */
            region: string;
            zone: components["schemas"]["Zone"];
            languages: components["schemas"]["Language"][];
            brand: components["schemas"]["Brand"];
            contact: components["schemas"]["OrganizationContact"];
            videoVendor: components["schemas"]["VideoVendor"];
            /** @description `assigned` unless an administrator opened it. Acting in a colleague's work needs cover under both. */
            chartReach: components["schemas"]["ChartReach"];
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
        /** @description One score. FHIR: Observation, category survey. */
        Outcome: {
            at: components["schemas"]["Instant"];
            /** @description Code of the questionnaire, which has its title. */
            questionnaire: string;
            /** Format: double */
            score: number;
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
        /** @description Where the patient is right now. Asked at every visit: it decides license, place of service and who is called in an emergency. */
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
        /** @description Whether a patient can sign in. */
        PatientLogin: {
            patientId: components["schemas"]["Id"];
            status: components["schemas"]["LoginStatus"];
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
        Payer: {
            id: components["schemas"]["Id"];
            name: string;
            /** @enum {string} */
            kind: "medicare" | "medicaid" | "commercial" | "self-pay";
            /** @description The id under which the clearinghouse knows it. */
            payerId: string;
            /**
             * Format: int32
             * @description Days from the visit within which a claim must arrive.
             */
            timelyFilingDays: number;
        };
        /** @description Whom a payer decided about, as it calls them. */
        PayerPatient: {
            name?: string;
            /** @description The patient's, and that of anyone who is insured. */
            memberNumbers: string[];
        };
        /** @description Money from a patient. FHIR: PaymentNotice. */
        Payment: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            amountCents: components["schemas"]["Cents"];
            refundedCents: components["schemas"]["Cents"];
            /** @enum {string} */
            status: "open" | "paid" | "declined" | "expired" | "refunded" | "partially-refunded";
            /** @description Where the patient pays: a page of the payment processor. No card number touches this server. */
            checkoutUrl?: string;
            createdAt: components["schemas"]["Instant"];
            paidAt?: components["schemas"]["Instant"];
        };
        PersonName: {
            given: string;
            /** @description Empty for people with one name. */
            family: string;
        };
        Pharmacy: {
            /** @description NCPDP provider id. */
            id: components["schemas"]["Id"];
            npi: string;
            name: string;
            address: {
                line1: string;
                city: string;
                state: components["schemas"]["StateCode"];
                postalCode: string;
            };
            phone: components["schemas"]["Phone"];
            /** @description What it takes electronically. */
            accepts: ("new" | "renewal" | "change" | "cancel")[];
        };
        /** @description What a pharmacy asks of a prescriber. */
        PharmacyRequest: {
            id: components["schemas"]["Id"];
            prescriptionId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            /** @enum {string} */
            kind: "renewal" | "change";
            /** @enum {string} */
            status: "open" | "approved" | "denied";
            medicationName: string;
            /** @description What the pharmacy would hand out instead. */
            proposed?: string;
            /**
             * Format: int32
             * @description Of a renewal: as many as the pharmacy asks for, or as were prescribed where it does not say.
             */
            refills?: number;
            text?: string;
            receivedAt: components["schemas"]["Instant"];
            respondedAt?: components["schemas"]["Instant"];
        };
        /** @description A telephone number as a person writes it. */
        Phone: string;
        PlaceHold: {
            visitTypeId: components["schemas"]["Id"];
            start: components["schemas"]["Instant"];
            /** @description Any practitioner who is free when absent. */
            practitionerId?: components["schemas"]["Id"];
            /** @description For whom; refused at once when age or license would refuse the booking. */
            patientId?: components["schemas"]["Id"];
            /** @description Where the patient will be; their home state when absent. */
            state?: components["schemas"]["StateCode"];
        };
        PlaceLabOrder: {
            visitId?: components["schemas"]["Id"];
            tests: {
                code: string;
                answers: components["schemas"]["LabAnswer"][];
            }[];
            diagnosisCodes: string[];
            /** @enum {string} */
            priority: "routine" | "urgent";
            note?: string;
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
            licenses: components["schemas"]["License"][];
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
            /** @description States of the licenses in force. */
            states: components["schemas"]["StateCode"][];
        };
        /** @description FHIR: MedicationRequest; what was handed out: MedicationDispense. */
        Prescription: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            visitId?: components["schemas"]["Id"];
            practitioner: components["schemas"]["PractitionerSummary"];
            status: components["schemas"]["PrescriptionStatus"];
            medication: components["schemas"]["Medication"];
            directions: components["schemas"]["Directions"];
            /** @description The directions in words. */
            directionsText: components["schemas"]["LocalizedText"][];
            /** Format: double */
            quantity: number;
            /** Format: int32 */
            daysSupply: number;
            /** Format: int32 */
            refills: number;
            substitutionAllowed: boolean;
            diagnosisCode?: string;
            pharmacy: components["schemas"]["Pharmacy"] | null;
            noteToPharmacist?: string;
            alerts: components["schemas"]["PrescriptionAlert"][];
            acknowledgments: {
                alertId: string;
                reason: string;
                by: components["schemas"]["Id"];
                at: components["schemas"]["Instant"];
            }[];
            /** @description The prescription that this one renews or replaces. */
            follows?: components["schemas"]["Id"];
            /** Format: int32 */
            refillsLeft?: number;
            history: components["schemas"]["PrescriptionEvent"][];
            needsAttention?: components["schemas"]["PrescriptionAttention"];
            signedAt?: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A reason to think twice. */
        PrescriptionAlert: {
            /** @description Stable for the same finding: an acknowledgment names it. */
            id: string;
            kind: components["schemas"]["PrescriptionAlertKind"];
            /** @enum {string} */
            severity: "high" | "moderate" | "low";
            /** @description With what, e.g. the other medicine or the allergy. */
            with?: string;
            /** @description For a clinician. */
            text: components["schemas"]["LocalizedText"][];
        };
        /** @enum {string} */
        PrescriptionAlertKind: "allergy" | "duplicate" | "interaction" | "check-unavailable";
        /**
         * @description Why a person has to telephone the pharmacy.
         * @enum {string}
         */
        PrescriptionAttention: "filled-after-cancel" | "unexpected-response" | "undelivered";
        /** @enum {string} */
        PrescriptionCancelReason: "error" | "allergy" | "patient-request" | "changed-treatment" | "other";
        PrescriptionEvent: {
            at: components["schemas"]["Instant"];
            status: components["schemas"]["PrescriptionStatus"];
            /**
             * @description Who said so.
             * @enum {string}
             */
            by: "prescriber" | "network" | "pharmacy" | "server";
            /** @description Of a refusal or a denial, as the partner coded it: of NCPDP, whose wording is licensed and not shipped. */
            code?: string;
            /** @description What the partner wrote. */
            text?: string;
        };
        /** @enum {string} */
        PrescriptionStatus: "draft" | "sending" | "sent" | "accepted" | "dispensed" | "partially-dispensed" | "not-dispensed" | "refused" | "undelivered" | "cancel-requested" | "cancelled" | "replaced";
        /** @description RFC 9457 problem details. */
        Problem: {
            /** @description A page about this kind of problem. */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            /** @description Stable. Programs decide by this and by nothing else. */
            code: components["schemas"]["ProblemCode"];
            /** @description What happened and what to do, for a person. Never holds PHI. */
            detail: string;
            requestId: string;
            errors?: components["schemas"]["FaultyProperty"][];
            /** @description Of `not_assigned` and `no_treatment_relationship`: practitioners who can be covered, any one of them. */
            owners?: components["schemas"]["Id"][];
        };
        /** @description The stable code of a problem. Programs decide by this and by nothing else. */
        ProblemCode: components["schemas"]["CommonProblemCode"] | components["schemas"]["OperationProblemCode"];
        /** @description A person who may act for a patient, within a scope and a time. FHIR: RelatedPerson. */
        Proxy: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            displayName: string;
            /** @enum {string} */
            relationship: "parent" | "guardian" | "caregiver" | "spouse" | "child" | "other";
            /** @description Where they are written to about the patient. Shown to them, to the patient and to staff; not to others who act for the patient. */
            email?: string;
            phone?: components["schemas"]["Phone"];
            scope: components["schemas"]["ProxyScope"][];
            /** Format: date */
            from: string;
            /** @description Last day; for a parent the day before the patient comes of age. */
            to: string | null;
            status: components["schemas"]["ProxyStatus"];
            /** @description The latest invitation, while the right is `invited`. */
            invitation?: components["schemas"]["Invitation"];
        };
        /** @enum {string} */
        ProxyScope: "schedule" | "visit" | "record";
        /** @enum {string} */
        ProxyStatus: "invited" | "active" | "ended";
        /** @description Notes of a therapist for themselves, apart from the record: 45 CFR 164.501 and 164.508(a)(2). */
        PsychotherapyNote: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            text: string;
            savedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
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
        /**
         * @description For what the access was made, as HL7 v3 ActReason (code system 2.16.840.1.113883.5.8) calls it. FHIR: AuditEvent.authorization.
         * @enum {string}
         */
        PurposeOfUse: "TREAT" | "HPAYMT" | "HOPERAT" | "PATRQT" | "ETREAT" | "BTG" | "HSYSADMIN";
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
            /** @description The questionnaire's own, e.g. a LOINC answer code; people read `text`. */
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
            /** @description What answers before the visit warn of. */
            alerts: components["schemas"]["IntakeAlert"][];
            /** @description The waiting room is open on the patient's screen. */
            present: boolean;
        };
        /** @description Where the patient stands in line. */
        QueuePosition: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            status: components["schemas"]["VisitStatus"];
            /**
             * Format: int32
             * @description 1 is next. 0 once admitted.
             */
            position: number;
            /** @description Usual wait from now, from this practitioner's own recent visits; null when there is nothing to go by. */
            estimate: {
                /** Format: int32 */
                fromMinutes: number;
                /** Format: int32 */
                toMinutes: number;
            } | null;
            /** @enum {string} */
            practitioner: "ready" | "with-another-patient" | "paused" | "not-present";
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description What is done and what is open before the visit can start. */
        Readiness: {
            /** @enum {string} */
            consent: "done" | "open" | "declined";
            /** @enum {string} */
            intake: "done" | "open" | "not-required";
            /** @enum {string} */
            device: "ok" | "problem" | "not-checked";
            /** @enum {string} */
            license: "ok" | "missing";
        };
        /** @description A patient handed to somebody else, until what they found has come back. FHIR: ServiceRequest with Task. */
        Referral: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            visitId?: components["schemas"]["Id"];
            /** @description Code of a specialty pack, which has its name, or what was written. */
            specialty: string;
            to: string;
            /** @description With the report, for those who treat: the front desk sees whom a patient is handed to and where that stands. */
            question?: string;
            /** @enum {string} */
            priority: "routine" | "urgent";
            status: components["schemas"]["ReferralStatus"];
            /** @description When the next step should have happened. */
            nextStepDue?: components["schemas"]["Instant"];
            overdue: boolean;
            history: {
                status: components["schemas"]["ReferralStatus"];
                at: components["schemas"]["Instant"];
                by: components["schemas"]["Id"];
            }[];
            report?: string;
            createdAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ReferralStatus: "sent" | "accepted" | "declined" | "scheduled" | "seen" | "report-received" | "closed";
        /** @description One payment of a payer. FHIR: PaymentReconciliation. */
        Remittance: {
            id: components["schemas"]["Id"];
            payer: components["schemas"]["Payer"];
            /** @description Check or EFT number. */
            traceNumber: string;
            /** Format: date */
            paidOn: string;
            amountCents: components["schemas"]["Cents"];
            postedCents: components["schemas"]["Cents"];
            /** @description Provider-level adjustments: PLB. */
            adjustmentCents: components["schemas"]["Cents"];
            /** Format: int32 */
            claims: number;
            /**
             * Format: int32
             * @description Lines that are held: they wait for a person.
             */
            unmatched: number;
            /**
             * @description `resolved-externally`: no line waits any more, and a person has resolved at least one outside Visitkit.
             * @enum {string}
             */
            status: "posted" | "needs-work" | "resolved-externally";
            /** @description Its cents do not add up: no line of it can be posted. */
            unbalanced: boolean;
            externalResolution?: components["schemas"]["ExternalResolution"];
            receivedAt: components["schemas"]["Instant"];
        };
        RemittanceLine: {
            id: components["schemas"]["Id"];
            /** @description Absent when it fits no claim here. */
            claimId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            claimNumber: string;
            /** @enum {string} */
            kind: "payment" | "reversal" | "denial";
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            /** @description By the server itself, or by hand. */
            posted: boolean;
            /** @description Why it is held, or was before a person worked on it. */
            holdReason?: components["schemas"]["HoldReason"];
            /**
             * @description What a person did about it. Absent while it waits.
             * @enum {string}
             */
            resolution?: "matched" | "external";
            externalResolution?: components["schemas"]["ExternalResolution"];
            resolvedAt?: components["schemas"]["Instant"];
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
        SaveNote: {
            /** @description Another template: sections that it does not have are kept below the others. */
            templateCode?: string;
            sections: components["schemas"]["NoteSection"][];
            diagnoses: components["schemas"]["NoteDiagnosis"][];
            vitals: components["schemas"]["Vital"][];
            services: components["schemas"]["NoteService"][];
            /**
             * Format: int32
             * @description The version that was read; `version_conflict` if it has changed since, and nothing of either text is lost.
             */
            version: number;
        };
        Score: {
            /** @description Of the questionnaire's ScoreRule, which has its name. */
            code: string;
            /** Format: int32 */
            value: number;
            /** @description Of the rule's ScoreBand, which has its words. */
            band: string;
        };
        ScoreBand: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
            /** @description The questionnaire's own; people read `text`. */
            code: string;
            text: components["schemas"]["LocalizedText"][];
        };
        /** @description A sum over answers, e.g. the PHQ-9 total. */
        ScoreRule: {
            /** @description The questionnaire's own; people read `name`. */
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
        /** @description Services that can be charged, by code. */
        ServiceCode: {
            /** @enum {string} */
            codeSystem: "HCPCS" | "CPT" | "local";
            /** @description Of HCPCS or CPT, which is licensed, or the organization's own. */
            code: string;
            name: string;
            chargeCents?: components["schemas"]["Cents"];
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
            reason: components["schemas"]["SlotExclusionReason"];
            /**
             * Format: int32
             * @description How many starts of the window this reason takes away; absent when it takes the practitioner away altogether.
             */
            starts?: number;
        };
        /** @enum {string} */
        SlotExclusionReason: "specialty" | "language" | "not-licensed" | "age" | "inactive" | "no-availability" | "fully-booked" | "notice" | "horizon";
        SlotSearchResult: {
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
        StartCover: {
            /** @description The colleague whose work it is. */
            practitionerId: components["schemas"]["Id"];
            reason: components["schemas"]["CoverReason"];
            /** @description At most as many hours from now as the policy allows, 12 unless it says otherwise. */
            until: components["schemas"]["Instant"];
        };
        /** @description A state or territory of the United States, two letters, e.g. `OH`. */
        StateCode: string;
        /** @description What a patient owes, and why. */
        Statement: {
            patientId: components["schemas"]["Id"];
            /** @enum {string} */
            currency: "USD";
            /** @description What is due now. Negative: we owe them. */
            balanceCents: components["schemas"]["Cents"];
            /** @description What a payer has not answered yet. */
            pendingCents: components["schemas"]["Cents"];
            visits: components["schemas"]["StatementVisit"][];
            nextCursor: string | null;
            payments: components["schemas"]["Payment"][];
        };
        StatementLine: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            kind: "charge" | "insurance-paid" | "insurance-discount" | "patient-payment" | "refund" | "correction";
            amountCents: components["schemas"]["Cents"];
            visitId?: components["schemas"]["Id"];
            visitAt?: components["schemas"]["Instant"];
            visitTypeName?: components["schemas"]["LocalizedText"][];
        };
        StatementVisit: {
            visitId: components["schemas"]["Id"];
            visitAt: components["schemas"]["Instant"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            practitionerName: string;
            chargeCents: components["schemas"]["Cents"];
            insurancePaidCents: components["schemas"]["Cents"];
            discountCents: components["schemas"]["Cents"];
            patientPaidCents: components["schemas"]["Cents"];
            dueCents: components["schemas"]["Cents"];
            /** @enum {string} */
            state: "waiting-for-insurance" | "due" | "settled";
            lines: components["schemas"]["StatementLine"][];
        };
        /** @description How a visit was, for the patient. */
        Survey: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @enum {string} */
            status: "open" | "answered" | "closed";
            /**
             * Format: int32
             * @description 0 to 10.
             */
            rating?: number;
            couldHearAndSee?: boolean;
            comment?: string;
            answeredAt?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        TaskKind: "call-patient" | "review-result" | "critical-result" | "unmatched-result" | "intake-alert" | "no-show" | "referral-overdue" | "low-survey" | "pharmacy" | "other";
        /**
         * @description What may bring a task about.
         * @enum {string}
         */
        TaskSource: "Appointment" | "LabResult" | "Prescription" | "Referral" | "Survey" | "UnmatchedResult" | "Visit";
        /** @description A conversation of a patient with the care team; newest messages first. */
        Thread: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            topic: components["schemas"]["ThreadTopic"];
            subject: string;
            /** @enum {string} */
            status: "open" | "closed";
            /** @description Who is to answer: a role until somebody takes it. */
            assigneeRole: components["schemas"]["Role"];
            assignee?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            visitId?: components["schemas"]["Id"];
            /**
             * Format: int32
             * @description Messages that the caller has not read.
             */
            unread: number;
            /**
             * @description Whose turn it is.
             * @enum {string}
             */
            waitingFor: "care-team" | "patient" | "none";
            lastMessageAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
            messages: components["schemas"]["ThreadMessage"][];
            nextCursor: string | null;
        };
        /** @description FHIR: Communication. */
        ThreadMessage: {
            id: components["schemas"]["Id"];
            from: {
                /** @enum {string} */
                kind: "patient" | "proxy" | "member";
                id: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description The caller wrote it. */
            mine: boolean;
            text: string;
            attachments: components["schemas"]["Attachment"][];
            at: components["schemas"]["Instant"];
        };
        ThreadSummary: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            topic: components["schemas"]["ThreadTopic"];
            subject: string;
            /** @enum {string} */
            status: "open" | "closed";
            /** @description Who is to answer: a role until somebody takes it. */
            assigneeRole: components["schemas"]["Role"];
            assignee?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            visitId?: components["schemas"]["Id"];
            /**
             * Format: int32
             * @description Messages that the caller has not read.
             */
            unread: number;
            /**
             * @description Whose turn it is.
             * @enum {string}
             */
            waitingFor: "care-team" | "patient" | "none";
            lastMessageAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ThreadTopic: "question" | "medication" | "result" | "appointment" | "billing";
        /** @description RFC 6749 and RFC 8693 token request. Sent as a form, with the client's secret in HTTP Basic. */
        TokenRequest: {
            /** @enum {string} */
            grant_type: "urn:ietf:params:oauth:grant-type:token-exchange" | "client_credentials" | "refresh_token";
            /** @description The portal's proof of the person: an ID token of the organization's registered issuer. */
            subject_token?: string;
            /** @enum {string} */
            subject_token_type?: "urn:ietf:params:oauth:token-type:id_token" | "urn:ietf:params:oauth:token-type:jwt";
            refresh_token?: string;
            /**
             * @description Step-up: the person's own session that a fresh proof confirms. The exchange then begins no other session, so that what hangs on
             *     this one (a seat in a room, the live stream) stays.
             */
            session_id?: string;
            /**
             * @description With a subject token: the code of an invitation, as the person typed it. The verified sign-in accepts the invitation, is linked to the
             *     person whom it names, and gets a session. Not together with `session_id`. An extension parameter (RFC 6749, 8.2).
             */
            invitation?: string;
            /** @description The browser origin to which the session is bound, e.g. `https://portal.lakeside.example`. */
            origin?: string;
            /** @description For public refreshes; confidential clients use HTTP Basic. */
            client_id?: string;
        };
        TokenResponse: {
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
        /** @enum {string} */
        UnmatchedReason: "unknown-order" | "identity-differs" | "order-cancelled";
        /** @description A result that fits no order or no patient. */
        UnmatchedResult: {
            id: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
            reason: components["schemas"]["UnmatchedReason"];
            /** @description Of the order that the laboratory names, when the person differs. */
            patientId?: components["schemas"]["Id"];
            /** @description What the laboratory says about the person. */
            person: {
                name: string;
                birthDate?: string;
                sex?: string;
            };
            placerNumber?: string;
            fillerNumber: string;
            testName: string;
            /** @description Of a critical value: its clock, which tells the roles of the organization until somebody decides. */
            critical?: components["schemas"]["CriticalValue"];
            /** @enum {string} */
            status: "open" | "matched" | "returned";
        };
        /** @description What is left out stays. */
        UpdateCareTeam: {
            name?: string;
            memberIds?: components["schemas"]["Id"][];
            practitionerIds?: components["schemas"]["Id"][];
            /** Format: int32 */
            version: number;
        };
        UpdateMember: {
            displayName?: string;
            roles?: components["schemas"]["Role"][];
            /**
             * @description Disabling ends every session, socket and seat of the person within seconds, and revokes an invitation. The sign-in stays linked.
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
            chartReach?: components["schemas"]["ChartReach"];
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
            licenses?: components["schemas"]["License"][];
            npi?: string;
            active?: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @description What is left out stays; null takes it away. */
        UpdateProxy: {
            email?: string | null;
            phone?: components["schemas"]["Phone"] | null;
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
        /** @description What the patient takes home from a visit. */
        VisitSummary: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            practitioner: components["schemas"]["PractitionerSummary"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            visitAt: components["schemas"]["Instant"];
            /** @enum {string} */
            status: "draft" | "published";
            /** @description In the patient's language, by the clinician. */
            instructions: {
                heading: components["schemas"]["LocalizedText"][];
                text: string;
            }[];
            diagnoses: {
                code: string;
                display: string;
            }[];
            /** @description What was added to the signed note, in that order: what stands below says what was signed, and this what is no longer right of it. */
            corrections: {
                text: string;
                at: components["schemas"]["Instant"];
                by: string;
            }[];
            medications: {
                prescriptionId: components["schemas"]["Id"];
                name: string;
                directionsText: components["schemas"]["LocalizedText"][];
                status: components["schemas"]["PrescriptionStatus"];
                pharmacyName?: string;
            }[];
            tests: {
                orderId: components["schemas"]["Id"];
                name: components["schemas"]["LocalizedText"][];
                /** @enum {string} */
                status: "ordered" | "partial" | "ready" | "cancelled";
            }[];
            referrals: {
                referralId: components["schemas"]["Id"];
                to: string;
                status: components["schemas"]["ReferralStatus"];
            }[];
            nextVisit?: components["schemas"]["NextVisit"];
            /** @description It was published before and has been corrected since. */
            correctedAt?: components["schemas"]["Instant"];
            publishedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description What can be booked. FHIR: HealthcareService. */
        VisitType: {
            id: components["schemas"]["Id"];
            /** @description Stable within the organization, e.g. `cardiology-follow-up`. */
            code: string;
            /** @description Code of a specialty pack, which has its name. */
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
            /** @description The practitioner must hold a license in the state where the patient is. */
            licenseRequired: boolean;
            ages?: components["schemas"]["AgeRange"];
            /**
             * Format: int32
             * @description Shortest time between booking and start.
             */
            minimumNoticeMinutes: number;
            /**
             * Format: int32
             * @description How far ahead can be booked.
             */
            horizonDays: number;
            /**
             * Format: int32
             * @description Shortest time before the start at which a patient may still cancel or move it.
             */
            cancellationNoticeMinutes: number;
            active: boolean;
        };
        /** @description One measurement. FHIR: Observation, category vital-signs. */
        Vital: {
            loinc: components["schemas"]["VitalSign"];
            /** Format: double */
            value: number;
            /** @description UCUM, e.g. `/min`, `mm[Hg]`, `Cel`, `kg`. A standard's own code: shown as people write it. */
            unit: string;
            /**
             * @description On a video visit most are told by the patient.
             * @enum {string}
             */
            source: "patient-reported" | "measured" | "device";
        };
        /**
         * @description What can be measured at a visit, by its LOINC code.
         * @enum {string}
         */
        VitalSign: "8480-6" | "8462-4" | "8867-4" | "9279-1" | "8310-5" | "2708-6" | "59408-5" | "29463-7" | "8302-2" | "39156-5" | "9843-4" | "72514-3" | "2339-0";
        /** @description A wall-clock time, `HH:MM`, in the practitioner's zone. `24:00` ends a day. */
        WallTime: string;
        WebhookDelivery: {
            /** @description `webhook-id` of every attempt. */
            id: components["schemas"]["Id"];
            endpointId: components["schemas"]["Id"];
            /** @description `webhook.test` for a test event. */
            event: components["schemas"]["WebhookEventType"] | "webhook.test";
            /** @enum {string} */
            status: "queued" | "delivered" | "failed";
            /** Format: int32 */
            attempts: number;
            /** @description HTTP status of the last answer, or what went wrong, such as `unreachable`. For the log of who runs the endpoint. */
            lastResponse?: string;
            createdAt: components["schemas"]["Instant"];
            settledAt?: components["schemas"]["Instant"];
        };
        /** @description Where an integrator receives events. */
        WebhookEndpoint: {
            id: components["schemas"]["Id"];
            url: string;
            /** @description `*` for all. */
            events: (components["schemas"]["WebhookEventType"] | "*")[];
            /** @enum {string} */
            status: "active" | "disabled";
            /**
             * @description Why it is disabled. `failing`: nothing could be delivered for days.
             * @enum {string}
             */
            statusReason?: "failing" | "member";
            createdAt: components["schemas"]["Instant"];
            lastDeliveredAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Events to which a webhook may subscribe: every event model with `@webhook`.
         * @enum {string}
         */
        WebhookEventType: "directory.member-disabled" | "consent.consent-revoked" | "scheduling.appointment-booked" | "scheduling.appointment-rescheduled" | "scheduling.appointment-cancelled" | "scheduling.appointment-missed" | "intake.submitted" | "visits.checked-in" | "visits.started" | "visits.ended" | "documentation.note-signed" | "documentation.note-addended" | "prescriptions.prescription-signed" | "prescriptions.prescription-changed" | "prescriptions.attention-needed" | "labs.order-placed" | "labs.order-changed" | "labs.result-received" | "labs.result-corrected" | "labs.result-released" | "billing.claim-changed" | "billing.remittance-posted" | "follow_up.summary-published" | "follow_up.referral-changed" | "messaging.message-posted";
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
        WritePrescription: {
            visitId?: components["schemas"]["Id"];
            rxcui: string;
            directions: components["schemas"]["Directions"];
            /** Format: double */
            quantity: number;
            /** Format: int32 */
            daysSupply: number;
            /** Format: int32 */
            refills: number;
            substitutionAllowed: boolean;
            diagnosisCode?: string;
            /** @description The patient's choice; their preferred pharmacy when absent. */
            pharmacyId?: components["schemas"]["Id"];
            noteToPharmacist?: string;
            acknowledgments: components["schemas"]["Acknowledgment"][];
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
    getAttachmentContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachmentId: components["schemas"]["Id"];
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
                    "application/octet-stream": unknown;
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
    listCareTeams: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description False also finds those that are retired. */
                active?: boolean;
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
                        items: components["schemas"]["CareTeam"][];
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
    createCareTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCareTeam"];
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
                    "application/json": components["schemas"]["CareTeam"];
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
    updateCareTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                careTeamId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCareTeam"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareTeam"];
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
    retireCareTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                careTeamId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["CareTeam"];
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
    countClaims: {
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
                        items: {
                            state: components["schemas"]["ClaimState"];
                            /** Format: int32 */
                            count: number;
                            chargeCents: components["schemas"]["Cents"];
                        }[];
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
    listClaims: {
        parameters: {
            query?: {
                state?: components["schemas"]["ClaimState"];
                payerId?: components["schemas"]["Id"];
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
                        items: components["schemas"]["ClaimSummary"][];
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
    getClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Claim"];
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
    changeClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeClaim"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
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
    getClaimForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: components["schemas"]["Id"];
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
                        claimId: components["schemas"]["Id"];
                        patientId: components["schemas"]["Id"];
                        boxes: {
                            box: string;
                            value: string;
                        }[];
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
    correctClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Claim"];
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
    listClaimMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: components["schemas"]["Id"];
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
                        claimId: components["schemas"]["Id"];
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["ClaimMessage"][];
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
    refreshClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Claim"];
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
    submitClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["Claim"];
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
    voidClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Claim"];
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
    checkEligibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                coverageId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Eligibility"];
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
    endCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                coverageId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    to: string;
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["Coverage"];
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
    listCovers: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description Only of this practitioner's work. */
                practitionerId?: components["schemas"]["Id"];
                /** @description Only by this member. */
                coveredBy?: components["schemas"]["Id"];
                /** @description False also finds those that are over. */
                active?: boolean;
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
                        items: components["schemas"]["Cover"][];
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
    startCover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartCover"];
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
                    "application/json": components["schemas"]["Cover"];
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
    endCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                coverId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Cover"];
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
    searchDiagnosisCodes: {
        parameters: {
            query: {
                search: string;
                limit?: number;
                /** @description The day on which they are in force: `visitDay` for a note. Left out: today by the organization's clock. */
                on?: string;
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
                        items: components["schemas"]["DiagnosisCode"][];
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
    listDueEstimates: {
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
                        items: components["schemas"]["Estimate"][];
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
    issueEstimate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                estimateId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** @enum {string} */
                        codeSystem: "HCPCS" | "CPT" | "local";
                        code: string;
                        /** Format: int32 */
                        units: number;
                        chargeCents: components["schemas"]["Cents"];
                    }[];
                    diagnosisCodes: string[];
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["Estimate"];
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
    getEstimatePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                estimateId: components["schemas"]["Id"];
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
                    "application/pdf": unknown;
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
    listFavorites: {
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
                        items: components["schemas"]["FavoritePrescription"][];
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
    createFavorite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFavorite"];
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
                    "application/json": components["schemas"]["FavoritePrescription"];
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
    replaceFavorite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                favoriteId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Tells it apart from the caller's others, whatever its case and spaces. Nothing about a patient. */
                    name: string;
                    rxcui: string;
                    directions: components["schemas"]["Directions"];
                    /** Format: double */
                    quantity: number;
                    /** Format: int32 */
                    daysSupply: number;
                    /** Format: int32 */
                    refills: number;
                    substitutionAllowed: boolean;
                    noteToPharmacist?: string;
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["FavoritePrescription"];
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
    removeFavorite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                favoriteId: components["schemas"]["Id"];
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
    getFeeSchedule: {
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
                        items: components["schemas"]["FeeRow"][];
                        /** Format: int32 */
                        version: number;
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
    putFeeSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: components["schemas"]["FeeRow"][];
                    /** Format: int32 */
                    version: number;
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
                        items: components["schemas"]["FeeRow"][];
                        /** Format: int32 */
                        version: number;
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
    listHeldLines: {
        parameters: {
            query?: {
                reason?: components["schemas"]["HoldReason"];
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
                        items: components["schemas"]["HeldLine"][];
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
    getHeldLine: {
        parameters: {
            query?: {
                number?: string;
            };
            header?: never;
            path: {
                lineId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["HeldLineDetail"];
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
    matchHeldLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    claimId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["RemittanceLine"];
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
    resolveHeldLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lineId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["ExternalResolution"];
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
                    "application/json": components["schemas"]["RemittanceLine"];
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
    listInvitations: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                status?: components["schemas"]["InvitationStatus"];
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
                        items: components["schemas"]["Invitation"][];
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
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitationId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Invitation"];
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
    getLabOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["LabOrder"];
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
    cancelLabOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["LabOrder"];
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
    listWaitingLabResults: {
        parameters: {
            query?: {
                practitionerId?: components["schemas"]["Id"];
                critical?: boolean;
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
                        items: components["schemas"]["LabResult"][];
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
    getLabResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resultId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["LabResult"];
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
    acknowledgeCriticalValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resultId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int32
                     * @description The version that was read: a value that arrived since is not known to its reader.
                     */
                    version: number;
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
                    "application/json": components["schemas"]["LabResult"];
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
    reviewLabResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resultId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int32
                     * @description The version that was read: a correction that arrived since is not reviewed unseen.
                     */
                    version: number;
                    release: boolean;
                    comment?: string;
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
                    "application/json": components["schemas"]["LabResult"];
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
    searchLabTests: {
        parameters: {
            query?: {
                search?: string;
                limit?: number;
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
                        items: components["schemas"]["LabTest"][];
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
    listMailboxFiles: {
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
                        items: components["schemas"]["MailboxFile"][];
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
    getMailboxFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        /** @description What the clearinghouse calls it: to ask it about the file. */
                        name: string;
                        /** @description When the clearinghouse laid it out. */
                        postedAt: components["schemas"]["Instant"];
                        state: components["schemas"]["MailboxFileState"];
                        /** @description What is wrong. Absent once it was read. */
                        fault?: components["schemas"]["MailboxFault"];
                        /** @description Of a fault of the server itself: its kind and code, e.g. `DatabaseError 23505`. For who runs the server. */
                        faultDetail?: string;
                        /** @description Tag of the segment that is wrong, e.g. `SE`. */
                        segment?: string;
                        /**
                         * Format: int32
                         * @description How often the server has stumbled over it.
                         */
                        attempts: number;
                        externalResolution?: components["schemas"]["ExternalResolution"];
                        resolvedAt?: components["schemas"]["Instant"];
                        /** @description Of a file that was dealt with somewhere else: until then its text can be looked at again. Afterwards it is gone. */
                        textRetainedUntil?: components["schemas"]["Instant"];
                        /** @description Absent once it was read: what was in it stands with its claims. Absent from `textRetainedUntil` on: it is gone, and nobody can get it back here. */
                        text?: string;
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
    reprocessMailboxFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["MailboxFile"];
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
    resolveMailboxFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["ExternalResolution"];
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
                    "application/json": components["schemas"]["MailboxFile"];
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
    searchMedications: {
        parameters: {
            query: {
                search: string;
                limit?: number;
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
                        items: components["schemas"]["Medication"][];
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
    listUsualMedications: {
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
                        items: components["schemas"]["Medication"][];
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
    inviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["CreatedInvitation"];
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
    releaseMemberLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["schemas"]["Id"];
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
    listNoteTemplates: {
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
                        items: components["schemas"]["NoteTemplate"][];
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
    listWaitingNotes: {
        parameters: {
            query?: {
                status?: "draft" | "awaiting-cosign";
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
                        items: components["schemas"]["NoteSummary"][];
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
    getNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Note"];
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
    saveNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveNote"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
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
    addendNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
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
                    "application/json": components["schemas"]["Note"];
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
    cosignNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Note"];
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
    compareNoteVersions: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["NoteDifference"];
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
    getNotePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
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
                    "application/pdf": unknown;
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
    signNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int32
                     * @description The version that was read: what is signed is what was seen.
                     */
                    version: number;
                    /** @description The member who has to co-sign: active, and somebody who may sign notes. */
                    supervisorId?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Note"];
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
    nameSupervisor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An active member who may sign notes, and not its author. */
                    supervisorId: components["schemas"]["Id"];
                    /**
                     * Format: int32
                     * @description The version that was read.
                     */
                    version: number;
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
                    "application/json": components["schemas"]["Note"];
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
    verifyNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["NoteVerification"];
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
    listNoteVersions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
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
                        noteId: components["schemas"]["Id"];
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["NoteVersion"][];
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
    listAllergies: {
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
                        asked: boolean;
                        items: components["schemas"]["Allergy"][];
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
    addAllergy: {
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
                "application/json": {
                    substance: components["schemas"]["AllergySubstance"];
                    reaction?: string;
                    /** @enum {string} */
                    severity: "mild" | "moderate" | "severe" | "unknown";
                };
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
                    "application/json": components["schemas"]["Allergy"];
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
    noKnownAllergies: {
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
                        asked: boolean;
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
    changeAllergy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
                allergyId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "active" | "resolved" | "entered-in-error";
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["Allergy"];
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
    addAttachment: {
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
                "application/octet-stream": unknown;
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
                    "application/json": components["schemas"]["Attachment"];
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
    getCarePlan: {
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
                    "application/json": components["schemas"]["CarePlan"];
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
    putCarePlan: {
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
                "application/json": {
                    goals: {
                        id: string;
                        text: string;
                        /** @enum {string} */
                        status: "active" | "reached" | "abandoned";
                        /** Format: date */
                        due?: string;
                    }[];
                    activities: {
                        id: string;
                        text: string;
                        /** @enum {string} */
                        by: "patient" | "care-team";
                        /** @enum {string} */
                        status: "planned" | "in-progress" | "done";
                    }[];
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["CarePlan"];
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
    getPreferences: {
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
                    "application/json": components["schemas"]["CommunicationPreferences"];
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
    putPreferences: {
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
                "application/json": {
                    /** @enum {string} */
                    channel: "email" | "sms" | "none";
                    email?: string;
                    phone?: components["schemas"]["Phone"];
                    language: components["schemas"]["Language"];
                    quietHours: {
                        from: components["schemas"]["WallTime"];
                        to: components["schemas"]["WallTime"];
                    } | null;
                    muted: components["schemas"]["NotificationKind"][];
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["CommunicationPreferences"];
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
    listConditions: {
        parameters: {
            query?: {
                /** @description True: what the patient has now. False: what is over or was entered in error. */
                active?: boolean;
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
                        items: components["schemas"]["ChartCondition"][];
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
    changeCondition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
                conditionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "active" | "resolved" | "entered-in-error";
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["ChartCondition"];
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
    listCoverages: {
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
                        items: components["schemas"]["Coverage"][];
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
    addCoverage: {
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
                "application/json": components["schemas"]["AddCoverage"];
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
                    "application/json": components["schemas"]["Coverage"];
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
    listDeliveries: {
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
                        items: components["schemas"]["Delivery"][];
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
    listEstimates: {
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
                        items: components["schemas"]["Estimate"][];
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
    requestEstimate: {
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
                "application/json": {
                    appointmentId?: components["schemas"]["Id"];
                    practitionerId?: components["schemas"]["Id"];
                };
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
                    "application/json": components["schemas"]["Estimate"];
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
    invitePatient: {
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
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvitation"];
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
    listLabOrders: {
        parameters: {
            query?: {
                visitId?: components["schemas"]["Id"];
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
                        items: components["schemas"]["LabOrder"][];
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
    placeLabOrder: {
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
                "application/json": components["schemas"]["PlaceLabOrder"];
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
                    "application/json": components["schemas"]["LabOrder"];
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
    listLabResults: {
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
                        items: components["schemas"]["LabResult"][];
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
    getPatientLogin: {
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
                    "application/json": components["schemas"]["PatientLogin"];
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
    releasePatientLogin: {
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
                    "application/json": components["schemas"]["PatientLogin"];
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
    listPatientNotes: {
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
                        items: components["schemas"]["NoteSummary"][];
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
    listOutcomes: {
        parameters: {
            query: {
                questionnaire: string;
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
                        items: components["schemas"]["Outcome"][];
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
    beginPayment: {
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
                "application/json": {
                    amountCents: components["schemas"]["Cents"];
                    /** @description Where the processor sends the patient back to; of a registered origin. */
                    returnUrl: string;
                };
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
                    "application/json": components["schemas"]["Payment"];
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
    getPatientPharmacy: {
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
                        pharmacy: components["schemas"]["Pharmacy"] | null;
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
    choosePharmacy: {
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
                "application/json": {
                    pharmacyId: components["schemas"]["Id"];
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
                        patientId: components["schemas"]["Id"];
                        pharmacy: components["schemas"]["Pharmacy"] | null;
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
    checkPrescription: {
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
                "application/json": {
                    rxcui: string;
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
                        patientId: components["schemas"]["Id"];
                        alerts: components["schemas"]["PrescriptionAlert"][];
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
    listPrescriptions: {
        parameters: {
            query?: {
                visitId?: components["schemas"]["Id"];
                /** @description Only what the patient takes now. */
                active?: boolean;
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
                        items: components["schemas"]["Prescription"][];
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
    writePrescription: {
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
                "application/json": components["schemas"]["WritePrescription"];
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
                    "application/json": components["schemas"]["Prescription"];
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
                    "application/json": components["schemas"]["CreatedProxy"];
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
    updateProxy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
                proxyId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProxy"];
            };
        };
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
    inviteProxy: {
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
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description Where the new thing is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvitation"];
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
    sendReferral: {
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
                "application/json": {
                    visitId?: components["schemas"]["Id"];
                    specialty: string;
                    to: string;
                    question: string;
                    /** @enum {string} */
                    priority: "routine" | "urgent";
                };
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
                    "application/json": components["schemas"]["Referral"];
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
    getStatement: {
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
                    "application/json": components["schemas"]["Statement"];
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
    listVisitSummaries: {
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
                        items: components["schemas"]["ListedSummary"][];
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
    addTask: {
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
                "application/json": {
                    title: string;
                    visitId?: components["schemas"]["Id"];
                    /** @enum {string} */
                    priority: "routine" | "urgent";
                    dueAt?: components["schemas"]["Instant"];
                    assigneeRole?: components["schemas"]["Role"];
                    assigneeId?: components["schemas"]["Id"];
                };
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
                    "application/json": components["schemas"]["CareTask"];
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
    beginThread: {
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
                "application/json": {
                    topic: components["schemas"]["ThreadTopic"];
                    subject: string;
                    text: string;
                    visitId?: components["schemas"]["Id"];
                    attachmentIds: components["schemas"]["Id"][];
                };
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
                    "application/json": components["schemas"]["Thread"];
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
    listPatientVitals: {
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
                        items: components["schemas"]["NoteVitals"][];
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
    listPayers: {
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
                        items: components["schemas"]["Payer"][];
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
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Payment"];
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
    refundPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountCents: components["schemas"]["Cents"];
                    /** @enum {string} */
                    reason: "duplicate" | "overpaid" | "service-not-given" | "other";
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
                    "application/json": components["schemas"]["Payment"];
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
    searchPharmacies: {
        parameters: {
            query: {
                search: string;
                state?: components["schemas"]["StateCode"];
                limit?: number;
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
                        items: components["schemas"]["Pharmacy"][];
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
    listPharmacyRequests: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description Those of this practitioner; the caller's own when left out. */
                practitionerId?: components["schemas"]["Id"];
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
                        items: components["schemas"]["PharmacyRequest"][];
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
    respondToPharmacyRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approved" | "denied";
                    /**
                     * Format: int32
                     * @description Of an approval. Left out: of a renewal those that the request names (`quantity_implausible` above 12), of a change those that were prescribed.
                     */
                    refills?: number;
                    reason?: string;
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
                    "application/json": components["schemas"]["PharmacyRequest"];
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
                /** @description Only those with a license in force in this state. */
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
    handOver: {
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
                "application/json": components["schemas"]["HandOver"];
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
                    "application/json": components["schemas"]["Cover"];
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
    getPrescription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prescriptionId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Prescription"];
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
    changePrescription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prescriptionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    visitId?: components["schemas"]["Id"];
                    rxcui: string;
                    directions: components["schemas"]["Directions"];
                    /** Format: double */
                    quantity: number;
                    /** Format: int32 */
                    daysSupply: number;
                    /** Format: int32 */
                    refills: number;
                    substitutionAllowed: boolean;
                    diagnosisCode?: string;
                    /** @description The patient's choice; their preferred pharmacy when absent. */
                    pharmacyId?: components["schemas"]["Id"];
                    noteToPharmacist?: string;
                    acknowledgments: components["schemas"]["Acknowledgment"][];
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["Prescription"];
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
    cancelPrescription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prescriptionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["PrescriptionCancelReason"];
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
                    "application/json": components["schemas"]["Prescription"];
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
    discardPrescription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prescriptionId: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        patientId: components["schemas"]["Id"];
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
    renewPrescription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prescriptionId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Prescription"];
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
    signPrescription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prescriptionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["Prescription"];
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
    listReferrals: {
        parameters: {
            query?: {
                patientId?: components["schemas"]["Id"];
                status?: components["schemas"]["ReferralStatus"];
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
                        items: components["schemas"]["Referral"][];
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
    stepReferral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                referralId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    status: components["schemas"]["ReferralStatus"];
                    report?: string;
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["Referral"];
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
    listRemittances: {
        parameters: {
            query?: {
                status?: "posted" | "needs-work" | "resolved-externally";
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
                        items: components["schemas"]["Remittance"][];
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
    getRemittance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                remittanceId: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        payer: components["schemas"]["Payer"];
                        /** @description Check or EFT number. */
                        traceNumber: string;
                        /** Format: date */
                        paidOn: string;
                        amountCents: components["schemas"]["Cents"];
                        postedCents: components["schemas"]["Cents"];
                        /** @description Provider-level adjustments: PLB. */
                        adjustmentCents: components["schemas"]["Cents"];
                        /** Format: int32 */
                        claims: number;
                        /**
                         * Format: int32
                         * @description Lines that are held: they wait for a person.
                         */
                        unmatched: number;
                        /**
                         * @description `resolved-externally`: no line waits any more, and a person has resolved at least one outside Visitkit.
                         * @enum {string}
                         */
                        status: "posted" | "needs-work" | "resolved-externally";
                        /** @description Its cents do not add up: no line of it can be posted. */
                        unbalanced: boolean;
                        externalResolution?: components["schemas"]["ExternalResolution"];
                        receivedAt: components["schemas"]["Instant"];
                        lines: components["schemas"]["RemittanceLine"][];
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
    resolveRemittance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                remittanceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["ExternalResolution"];
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
                        id: components["schemas"]["Id"];
                        payer: components["schemas"]["Payer"];
                        /** @description Check or EFT number. */
                        traceNumber: string;
                        /** Format: date */
                        paidOn: string;
                        amountCents: components["schemas"]["Cents"];
                        postedCents: components["schemas"]["Cents"];
                        /** @description Provider-level adjustments: PLB. */
                        adjustmentCents: components["schemas"]["Cents"];
                        /** Format: int32 */
                        claims: number;
                        /**
                         * Format: int32
                         * @description Lines that are held: they wait for a person.
                         */
                        unmatched: number;
                        /**
                         * @description `resolved-externally`: no line waits any more, and a person has resolved at least one outside Visitkit.
                         * @enum {string}
                         */
                        status: "posted" | "needs-work" | "resolved-externally";
                        /** @description Its cents do not add up: no line of it can be posted. */
                        unbalanced: boolean;
                        externalResolution?: components["schemas"]["ExternalResolution"];
                        receivedAt: components["schemas"]["Instant"];
                        lines: components["schemas"]["RemittanceLine"][];
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
    searchServiceCodes: {
        parameters: {
            query?: {
                search?: string;
                limit?: number;
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
                        items: components["schemas"]["ServiceCode"][];
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
                    "application/json": components["schemas"]["SlotSearchResult"];
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
    listTasks: {
        parameters: {
            query?: {
                status?: "open" | "done";
                patientId?: components["schemas"]["Id"];
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
                        items: components["schemas"]["CareTask"][];
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
    changeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status?: "open" | "done" | "cancelled";
                    assigneeId?: components["schemas"]["Id"];
                    assigneeRole?: components["schemas"]["Role"];
                    dueAt?: components["schemas"]["Instant"];
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["CareTask"];
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
    countThreads: {
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
                        /** Format: int32 */
                        unread: number;
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
    listThreads: {
        parameters: {
            query?: {
                patientId?: components["schemas"]["Id"];
                status?: "open" | "closed";
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
                        items: components["schemas"]["ThreadSummary"][];
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
    getThread: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["Thread"];
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
    changeThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status?: "open" | "closed";
                    assigneeId?: components["schemas"]["Id"];
                    assigneeRole?: components["schemas"]["Role"];
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["ThreadSummary"];
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
    postMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    attachmentIds: components["schemas"]["Id"][];
                };
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
                    "application/json": components["schemas"]["Thread"];
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
    markThreadRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    messageId: components["schemas"]["Id"];
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
                        threadId: components["schemas"]["Id"];
                        patientId: components["schemas"]["Id"];
                        /** Format: int32 */
                        unread: number;
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
                    "application/json": components["schemas"]["TokenResponse"];
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
    listUnmatchedResults: {
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
                        items: components["schemas"]["UnmatchedResult"][];
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
    matchResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unmatchedId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    orderId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["LabResult"];
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
    returnResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unmatchedId: components["schemas"]["Id"];
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
                        id: components["schemas"]["Id"];
                        patientId?: components["schemas"]["Id"];
                        /** @enum {string} */
                        status: "returned";
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
    getClaimOfVisit: {
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
                    "application/json": components["schemas"]["Claim"];
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
    proposeNextVisit: {
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
                "application/json": {
                    visitTypeId: components["schemas"]["Id"];
                    practitionerId?: components["schemas"]["Id"];
                    /** Format: date */
                    earliest: string;
                    /** Format: date */
                    latest: string;
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
                    "application/json": components["schemas"]["VisitSummary"];
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
    openNote: {
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
                    "application/json": components["schemas"]["Note"];
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
    getPsychotherapyNote: {
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
                    "application/json": components["schemas"]["PsychotherapyNote"];
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
    savePsychotherapyNote: {
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
                "application/json": {
                    text: string;
                    /**
                     * Format: int32
                     * @description 0 for the first.
                     */
                    version: number;
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
                    "application/json": components["schemas"]["PsychotherapyNote"];
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
    getQueuePosition: {
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
                    "application/json": components["schemas"]["QueuePosition"];
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
    chooseSelfPay: {
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
                    "application/json": {
                        visitId: components["schemas"]["Id"];
                        patientId: components["schemas"]["Id"];
                        restricted: boolean;
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
    getVisitSummary: {
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
                    "application/json": components["schemas"]["VisitSummary"];
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
    getVisitSummaryPdf: {
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
                    "application/pdf": unknown;
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
    getSuperbill: {
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
                    "application/pdf": unknown;
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
    getSurvey: {
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
                    "application/json": components["schemas"]["Survey"];
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
    answerSurvey: {
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
                "application/json": {
                    /** Format: int32 */
                    rating: number;
                    couldHearAndSee: boolean;
                    comment?: string;
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
                    "application/json": components["schemas"]["Survey"];
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
    listWebhookEndpoints: {
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
                        items: components["schemas"]["WebhookEndpoint"][];
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
    addWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    events: (components["schemas"]["WebhookEventType"] | "*")[];
                };
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
                    "application/json": {
                        id: components["schemas"]["Id"];
                        url: string;
                        /** @description `*` for all. */
                        events: (components["schemas"]["WebhookEventType"] | "*")[];
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /**
                         * @description Why it is disabled. `failing`: nothing could be delivered for days.
                         * @enum {string}
                         */
                        statusReason?: "failing" | "member";
                        createdAt: components["schemas"]["Instant"];
                        lastDeliveredAt?: components["schemas"]["Instant"];
                        /** Format: int32 */
                        version: number;
                        secret: string;
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
    changeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url?: string;
                    events?: (components["schemas"]["WebhookEventType"] | "*")[];
                    /** @enum {string} */
                    status?: "active" | "disabled";
                    /** Format: int32 */
                    version: number;
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
                    "application/json": components["schemas"]["WebhookEndpoint"];
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
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path: {
                endpointId: components["schemas"]["Id"];
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
                        items: components["schemas"]["WebhookDelivery"][];
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
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: components["schemas"]["Id"];
                deliveryId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["WebhookDelivery"];
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
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["WebhookDelivery"];
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
    receivePaymentWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
    receivePharmacyMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/xml": unknown;
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": unknown;
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
    receiveSmsWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
