// Generated from the TypeSpec files next to this folder by `npm run generate`. Do not edit.
export interface paths {
    "/v1/access-case-measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How often each reason was right. */
        get: operations["measureAccessCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Cases, the highest score of the earliest deadline first; closed ones the newest first. For privacy officers; administrators see those
         *     that are overdue. No one sees a case about themselves.
         */
        get: operations["listAccessCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One case with the accesses behind it. */
        get: operations["getAccessCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-cases/{caseId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes a case, or passes it on to another person who may handle it, and whom it is not about. */
        post: operations["assignAccessCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-cases/{caseId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Decides on a case. With `needs-follow-up` it stays assigned; with any other disposition it is closed, and the patients read the outcome
         *     next to the accesses.
         */
        post: operations["closeAccessCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-cases/{caseId}/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Stops counting one reason of a case for its member, for a time that the policy bounds. */
        post: operations["suppressAccessReason"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Questions about accesses. Of one patient: all, the newest first. Without a patient, for privacy officers: those with this status, the
         *     earliest deadline first; answered ones the newest first.
         */
        get: operations["listAccessQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-questions/{questionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Answers a question: what was found, and words that the patient reads. The patient receives a notice. */
        post: operations["answerAccessQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-questions/{questionId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A privacy officer takes a question, or passes it on to another one. */
        post: operations["assignAccessQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The rows of the ledger that fit. For privacy officers and auditors. Patients are named by id only. */
        get: operations["listAccessReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-report/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The same rows as a document, at most the first 1,000; it says so where there are more. Names each patient in the ledger, as having been
         *     printed.
         */
        get: operations["getAccessReportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Members with their roles, and when a colleague last looked at whether they still need them. The earliest due date first. */
        get: operations["listAccessReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Suppressions that are in force or were, the newest first. Not those about the caller. */
        get: operations["listAccessSuppressions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-suppressions/{suppressionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a suppression before its time. */
        post: operations["endAccessSuppression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All accesses by one person, the newest first. For privacy officers and auditors; members see their own. */
        get: operations["listActorAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/statement/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The bill as a document, in the patient's language: what each visit cost, who paid, what is left, how to pay, whom to call. An account has
         *     the id of its patient.
         */
        get: operations["getStatementPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The open alerts, the oldest first, then those acknowledged last; at most 20 together. Not paged, because an overloaded server refuses
         *     lists first, and this one last.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alertId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Acknowledges an alert: the caller takes it on, and the patient reads that the caller has seen it. */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alertId}/shown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reports that the alert is on the caller's screen. From then on the patient reads that the clinic knows. */
        post: operations["reportAlertShown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals/{appealId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Changes the text of an appeal that was not sent, or records that it was sent or answered. */
        put: operations["changeAppeal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointment-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Books all of these visits, or none. Those that no longer work are named, each by its place in `starts`. */
        post: operations["bookSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointment-series/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What a series would be: every occurrence of the rule, judged by the same rules as a hold. Nothing is reserved. */
        post: operations["previewSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointment-series/{seriesId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Cancels the visits of a series that are still to come. Those that are too soon to cancel are kept and named. */
        post: operations["cancelSeries"];
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
        /** @description Appointments of a patient or of a practitioner, by start time. */
        get: operations["listAppointments"];
        put?: never;
        /** @description Books a held slot. A visit type with the booking mode `request` is requested if a patient or a proxy books it. */
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
    "/v1/appointments/{appointmentId}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The progress of an appointment's alerts, for the patient who raised them. */
        get: operations["listAppointmentAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Approves a requested appointment: it is booked. */
        post: operations["approveAppointment"];
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
        /** @description A calendar file (RFC 5545). Contains the time and a link, and no health information. */
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
        /** @description Cancels an appointment. The slot is free at once. */
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
        /** @description Checks in: records the patient's location and callback number, and joins the queue. Refused where the practitioner has no license. */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Declines a requested appointment. The slot is free at once, and the patient receives a notice. */
        post: operations["declineAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/emergency-admission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Admits a patient without the consent to telehealth treatment, in an emergency. Every other condition of a visit stays. A refusal of the
         *     patient stays in force, unless they cannot decide now. What the patient decides afterwards applies at once.
         */
        post: operations["admitInEmergency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every guest who was invited to a visit. */
        get: operations["listGuests"];
        put?: never;
        /**
         * @description Invites a guest to one visit, and returns the code once. For the patient, a person who acts for them, the clinicians of the visit and the
         *     front desk. The guest has no rights until the clinician admits them.
         */
        post: operations["inviteGuest"];
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
        /** @description The questionnaires of an appointment, with the answers so far. */
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
        /** @description Saves a draft. Incomplete answers are allowed. An answer that matches an emergency rule notifies the clinic at once. */
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
        /** @description Submits the answers: they must be complete, are scored, and are stored with who answered and when. */
        post: operations["submitIntake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/missing-interpreter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Says why the visit takes place without the interpreter whom the patient needs. Refused where none is missing. */
        put: operations["explainMissingInterpreter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{appointmentId}/reason": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Changes what the patient wrote at booking, or adds it. The practitioner's queue, the chart and a note that is not begun show it. */
        put: operations["changeAppointmentReason"];
        post?: never;
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
        /** @description Reschedules an appointment to a held slot. The old slot is free at once. */
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
        /** @description The visit of an appointment, after check-in. */
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
        /** @description Care teams. Administrators see all of them, other callers their own. */
        get: operations["listCareTeams"];
        put?: never;
        /** @description Creates a care team. This is a privilege change: its members can access each other's patients. For administrators. */
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
        /** @description Renames a care team or changes its members. Takes effect with the next request. For administrators. */
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
        /** @description Retires a care team: it grants no access from the next request on. For administrators. */
        post: operations["retireCareTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claim-aging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is open on the payers' side, by the state of the visit's latest claim and by age. */
        get: operations["getClaimAging"];
        put?: never;
        post?: never;
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
        /** @description The number of claims in each state. */
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
        /** @description The organization's claims in one state, the earliest filing deadline first. */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Finds claims by the patient's name, the claim's number or the charge. A POST, so that no name is in a URL. */
        post: operations["searchClaims"];
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
        /** @description One claim with its full history. */
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
    "/v1/claims/{claimId}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Writes an appeal. A claim has one open appeal at a time. */
        post: operations["addAppeal"];
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
         * @description The boxes of the CMS-1500 (02/12) form, for payers that accept paper. A claim that has not been sent can be printed only when it could be
         *     sent; a sent claim is printed as it was sent. The form's artwork is not included.
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
         * @description Creates a claim that replaces one which the payer has adjudicated (frequency 7). When another payer's coverage is chosen it is an
         *     original claim (frequency 1), because a payer cannot replace another payer's claim. For a voided claim it bills the visit again, once, as
         *     an original claim.
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
        /** @description The messages sent and received about a claim, in their original format. */
        get: operations["listClaimMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/next-payer-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Records what the next payer decided about the balance that waits for it, to the cent: what it paid, what it took off, and what it left to
         *     the patient. An answer whose 835 is certain is posted by the server.
         */
        post: operations["answerNextPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/next-payer-answers/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Undoes the latest recorded answer of a next payer: the balance waits for that payer again. */
        post: operations["undoNextPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/next-payer-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Sends the claim to the payer that is awaited, the second or the third, with what each payer before it decided (837P with coordination of
         *     benefits). Its answer is posted when it arrives, if it is certain. Blocked if the answer of a payer before was posted by hand, without its
         *     reasons, and if Medicare is the third: a person sends these. Blocked too if the payer before says that it has forwarded the claim, unless
         *     `sendForwarded` says that a person wants to send it all the same.
         */
        post: operations["sendToNextPayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Adds a note to a claim, in any state of the claim. */
        post: operations["addClaimNote"];
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
        /** @description Updates a claim that has not been sent from the current visit and note. */
        post: operations["refreshClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/status-inquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The questions to the payer about a claim, and their answers: the latest first. */
        get: operations["listStatusInquiries"];
        put?: never;
        /** @description Asks the payer where a claim is (276). The answer (277) arrives later. */
        post: operations["askClaimStatus"];
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
        /** @description Voids a claim (frequency 8). Its state is `voided` when the payer confirms. */
        post: operations["voidClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the desk did about a claim. */
        get: operations["getClaimWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claimId}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Asks to write off what is open on the payer's side of the claim's visit. No money moves before a second person approves it. */
        post: operations["askWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The organization's closures. */
        get: operations["getClosures"];
        /** @description Replaces the organization's closures. For administrators and the front desk. */
        put: operations["putClosures"];
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
        /** @description One text, by default in its current version. */
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
        /** @description Revokes a consent. Takes effect at once in a visit in progress; earlier acts remain lawful. */
        post: operations["revokeConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage-card-pictures/{pictureId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A picture of an insurance card. A picture that was replaced is not there any more. */
        get: operations["getCoverageCardPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverages/{coverageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Corrects a coverage. Unsent claims take it when they are validated again; what was sent stays as it was sent. Payer and order stay once a
         *     payer has received a claim with this coverage: end it, and add another one. If anything changed that the payer compares, an answer from
         *     before is not shown any more, and the payer is asked again.
         */
        put: operations["correctCoverage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * @description Changes the name that is on the card of a coverage, and why Medicare is not the first payer. Unsent claims take both when they are
         *     validated again. If the name changed, an answer of the payer from before is not shown any more, and the payer is asked again.
         */
        patch: operations["updateCoverage"];
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
        /** @description Checks the eligibility of a coverage with the payer. The response arrives later: `coverage.changed` on the live stream. */
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
        /** @description Covers, the latest first. */
        get: operations["listCovers"];
        put?: never;
        /**
         * @description Takes cover for a colleague who is not available: from now on the caller may act in their work and read their patients' charts. The
         *     reason and every act under the cover are in the access log. The colleague sees the cover at once, and patients see it in their access
         *     log.
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
        /** @description Ends a cover early. For both colleagues and administrators. */
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
        /** @description ICD-10-CM codes by code, words, synonyms and similar spelling, the best first. */
        get: operations["searchDiagnosisCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosure-accounting/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The accounting as a document, to print or save. */
        get: operations["getDisclosureAccountingPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Disclosures of a patient that staff recorded, the newest first, also those that the patient does not read yet. */
        get: operations["listDisclosures"];
        put?: never;
        /** @description Records a disclosure that was made outside the server: by telephone, on paper, to a court. */
        post: operations["recordDisclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures/{disclosureId}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Replaces what was recorded, with a reason. What it said before stays. */
        post: operations["correctDisclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures/{disclosureId}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Holds a disclosure back from the patient until a day, because the agency that received it asks for it (164.528(a)(2)). Only of disclosures
         *     to law enforcement and health oversight. It replaces a suspension that was recorded before, and ends by itself.
         */
        post: operations["suspendDisclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/downtime-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The visits of today and tomorrow, to be printed before the system is down. Each patient in it has a row of an export in the audit. If the
         *     operator has set it up, the server stores the same list once an hour as an encrypted file.
         */
        get: operations["exportDowntimeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/due-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Records whose time is over, the one that was registered first first. A job looks for them once a day. */
        get: operations["listDueRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emergency-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Emergency accesses, the latest first. For people who review accesses; other reviewers see those that were not reviewed in time. */
        get: operations["listEmergencyAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emergency-accesses/{emergencyAccessId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends the caller's own emergency access before its time. */
        post: operations["endEmergencyAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emergency-accesses/{emergencyAccessId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reviews an emergency access. Never by the member who opened it. A finished review is not changed. */
        post: operations["reviewEmergencyAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emergency-admissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Admissions in an emergency, the latest first. For privacy officers. */
        get: operations["listEmergencyAdmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emergency-admissions/{emergencyAdmissionId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Reviews an admission in an emergency. Never by the member who admitted. A finished review is not changed. */
        post: operations["reviewEmergencyAdmission"];
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
        /** @description Estimates that are due and that the server cannot issue automatically, the earliest deadline first. */
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
        /** @description Issues an estimate. The later bill is compared with it. */
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
        /** @description An issued estimate, to print or save. */
        get: operations["getEstimatePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exposures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Which patients' information one person reached in a time, for an incident: a stolen session, a lost device, a colleague who looked. From
         *     the audit ledger, by patient.
         */
        get: operations["listExposures"];
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
        /** @description The caller's favorites, by name. At most 100. */
        get: operations["listFavorites"];
        put?: never;
        /** @description Creates a favorite of the caller. */
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
        /** @description Replaces or renames a favorite. Its current medication remains allowed, even if it can no longer be prescribed. */
        put: operations["replaceFavorite"];
        post?: never;
        /** @description Deletes a favorite. Prescriptions made from it do not change. */
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
        /** @description The organization's fee schedule. */
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
    "/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is due or overdue, the earliest first, and how much of each area is in time. */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/guest-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The guest's own visit. Each call extends the session, so that a guest who waits is not signed out. */
        get: operations["getGuestVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/guest-visit/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes the guest's seat in the room, after the clinician has admitted them. It replaces the seat that they hold. */
        post: operations["takeGuestSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/guest-visit/seats/{seatId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Leaves the room. The guest can come back until they are removed or the visit ends. */
        post: operations["leaveGuestSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/guests/{guestId}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Lets a guest who asks to join into the room. For the clinician. The response is the same when the guest is admitted already. */
        post: operations["admitGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/guests/{guestId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Withdraws an invitation, refuses a guest who asks to join, or removes one from the room: their session and their seat end. For the patient
         *     as well: no one hears a visit against their will. The response is the same when it is over for the guest already.
         */
        post: operations["removeGuest"];
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
        /** @description Held lines of payments, the oldest first. */
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
        /** @description One held line, and the claims that may match it. */
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
         * @description Posts a held line to a claim that a person chose. The rules are the same as for automatic posting, to the cent; a violation is refused.
         *     A payment of another payer, payee or receiver is refused unless the person confirms it.
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
        /** @description Marks a held line as resolved outside Visitkit. Posts no money, and the line is no longer held. */
        post: operations["resolveHeldLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-partner-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What waits for a person: those with a word of an emergency first, then the oldest first. */
        get: operations["listHeldPartnerMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-partner-messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One text or report, as it came. */
        get: operations["getHeldPartnerMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-partner-messages/{messageId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends the wait, with what was done. With `patientId` the text is kept with this patient from then on. */
        post: operations["resolveHeldPartnerMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-pharmacy-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Messages of pharmacies that were not applied, the oldest first. */
        get: operations["listHeldPharmacyMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-pharmacy-messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One message that was not applied, as it came. */
        get: operations["getHeldPharmacyMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-pharmacy-messages/{messageId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Applies a message to the prescription that a person chose. It has the effect that it would have had by itself. A message whose patient or
         *     pharmacy is not that of the prescription is refused unless the person confirms it.
         */
        post: operations["applyHeldPharmacyMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-pharmacy-messages/{messageId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Marks a message as resolved outside Visitkit. It changes no prescription. */
        post: operations["resolveHeldPharmacyMessage"];
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
        /** @description The caller's own holds that have not expired. */
        get: operations["listHolds"];
        put?: never;
        /**
         * @description Holds a slot for five minutes. What a search offered can be held for two minutes. The caller's own holds for the same patient do not block:
         *     one that overlaps is replaced.
         */
        post: operations["holdSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/several": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Holds visits in a row for several patients, for example a family: all of them, or none. Each is booked, renewed and released as any other
         *     hold. A person may have six holds when they place them together, in all.
         */
        post: operations["placeSeveralHolds"];
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
        /** @description Releases a hold. */
        delete: operations["releaseHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{holdId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a hold in half a minute, because its page was closed. A page that was only reloaded lists the hold and renews it. */
        post: operations["leaveHold"];
        delete?: never;
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
        /** @description Extends a hold by five minutes. A hold that was left keeps its previous time and uses no renewal. */
        post: operations["renewHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What waits for the caller, by kind, in one read. */
        get: operations["countInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Incidents, the newest first. For privacy officers. */
        get: operations["listIncidents"];
        put?: never;
        /** @description Reports that PHI may have been exposed. Every member can, and the deadlines count from the day of discovery. */
        post: operations["reportIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Assesses an incident by the four factors. It is a breach unless each factor is low. The notices that the law requires then have a due
         *     date. It can be assessed again; a notice that was sent stays.
         */
        put: operations["assessIncident"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Records that a notice was sent. After the last one the incident is closed. */
        post: operations["recordIncidentNotice"];
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
         * @description Invitations, the newest first. A patient sees those to their own proxies, the front desk those of patients and proxies, administrators
         *     those of members. Closed ones are kept for the policy's retention time.
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
         * @description Accepts the right to act for a patient. For a person who is already signed in: the patient is accessible after the next renewal of the
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
        /** @description Revokes an invitation: its code is refused from now on. The response is the same when it was revoked before or has expired. */
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
        /** @description Requests cancellation from the laboratory. The order is cancelled when the laboratory confirms. */
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
        /** @description Results to review: critical ones first, then the oldest. Default: those of the caller's own orders. */
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
        /** @description Acknowledges a critical value and ends its escalation. */
        post: operations["acknowledgeCriticalValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lab-results/{resultId}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A file of a result, as the laboratory sent it. Patients read files of released results. */
        get: operations["getLabDocument"];
        put?: never;
        post?: never;
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
        /** @description Reviews a result and can release it to the patient with a comment. */
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
        /** @description Finds tests that can be ordered, by word or code. */
        get: operations["searchLabTests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/legal-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Legal holds, the newest first. */
        get: operations["listLegalHolds"];
        put?: never;
        /** @description Keeps a patient's record from being erased, from now on. Refused once its erasure was decided. */
        post: operations["placeLegalHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/legal-holds/{holdId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a legal hold, with a reason. Needs a fresh authentication. */
        post: operations["releaseLegalHold"];
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
        /** @description Issues a one-use ticket for the live WebSocket. */
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
        /** @description Files that could not be parsed or processed, the oldest first. Nothing in them has been posted. */
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
        /**
         * @description One file as received, for a person to read. It may name many patients. Because the server cannot parse it, the audit row of this access
         *     names none.
         */
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
        /**
         * @description Queues a file to be processed again, e.g. after an update of the server. The response has the state `waiting`; then the file is read, or
         *     is in the list again.
         */
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
        /**
         * @description Marks a file as resolved outside Visitkit. Posts nothing, and the file is not processed again. Its text is kept until `textRetainedUntil`, in
         *     case of a mistake.
         */
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
        /** @description The person of the session, with the patients for whom they may act. */
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
        /** @description Finds medications by word or RxNorm code. */
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
        /** @description The medications that the caller prescribes most often. */
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
        /** @description The members of the organization. For administrators. */
        get: operations["listMembers"];
        put?: never;
        /** @description Adds a member with roles. The member cannot sign in until invited (`members.invite`). This is a privilege change and is always audited. */
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
        /** @description Changes the roles of a member or disables a member. Disabling a member or removing a role ends the person's sessions at once. */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/v1/members/{memberId}/access-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Records that a member's roles were looked at. No one reviews their own. */
        post: operations["reviewAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description Invites a member to link a sign-in, and returns the code once. Replaces a pending invitation. For administrators; requires step-up
         *     authentication.
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
         * @description Unlinks a member's sign-in: their sessions end at once, and a new invitation can link the sign-in again. For administrators; requires
         *     step-up authentication. The response is the same when no sign-in is linked.
         */
        post: operations["releaseMemberLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/monitor-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the organization knows of patients and its members, for the monitor. The newest first. */
        get: operations["listMonitorFacts"];
        put?: never;
        /** @description Adds a fact. The monitor uses it from the next accesses on. */
        post: operations["addMonitorFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/monitor-facts/{factId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Removes a fact that is not true any more. Cases that were opened stay. */
        delete: operations["removeMonitorFact"];
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
        /** @description The note templates of this organization's specialties. */
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
        /** @description Notes that the caller must complete: their drafts, and notes to co-sign. The oldest first. */
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
        /** @description One note. Patients can read their own after it is signed. */
        get: operations["getNote"];
        /** @description Saves a draft. Elements call it while the person types. */
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
        /** @description Adds an addendum to a signed note. The note itself does not change. */
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
        /** @description Co-signs a note of a supervised author. */
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
        /** @description A signed note, to print or save. */
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
        /** @description Signs a note. A signed note cannot be changed by any user; addenda can be added. For its author. */
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
         * @description Changes the supervisor of a note that awaits a co-signature. For its author and the current supervisor. When that supervisor can no
         *     longer sign, for anyone who may sign notes.
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
        /** @description Compares the stored note with what was signed. */
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
        /** @description The versions of a note, the newest first. */
        get: operations["listNoteVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{noteId}/vitals/{vitalId}": {
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
         * @description Corrects a measurement of a signed note. The note stays as it was signed, and the old value stays readable; the chart shows the right one.
         *     For the practitioner of the note, their care team and who covers them.
         */
        patch: operations["correctVital"];
        trace?: never;
    };
    "/v1/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Obligations, the earliest due date first. */
        get: operations["listObligations"];
        put?: never;
        /** @description Adds a recurring task: a policy to review, a vendor to ask, a scan to make. */
        post: operations["createObligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/obligations/{obligationId}": {
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
        /** @description Changes the name, interval or owner of an obligation, or ends it. */
        patch: operations["updateObligation"];
        trace?: never;
    };
    "/v1/obligations/{obligationId}/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Each time that it was done, the newest first. */
        get: operations["listObligationCompletions"];
        put?: never;
        /** @description Records that it was done, and where the proof is. The next due date counts from that day. */
        post: operations["completeObligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/on-demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who waits for the next free practitioner: the requests that the caller can take, the first in line first. For practitioners. */
        get: operations["listOnDemand"];
        put?: never;
        /** @description Waits for the next free practitioner. A patient has one request at a time. Renew it while the patient waits. */
        post: operations["requestOnDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/on-demand/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One request, with its position. */
        get: operations["getOnDemand"];
        put?: never;
        post?: never;
        /** @description Leaves the line. */
        delete: operations["leaveOnDemand"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/on-demand/{requestId}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Keeps the place in line: the patient still waits. */
        post: operations["renewOnDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/on-demand/{requestId}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes a request: an appointment with the caller that begins within five minutes. For practitioners. */
        post: operations["takeOnDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The order sets of the organization, by name: those of the product and its own. Inactive ones too. */
        get: operations["listOrderSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order-sets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Creates or rewrites an order set of the organization. One with the code of an order set of the product replaces it. */
        put: operations["putOrderSet"];
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
        /** @description Changes brand, languages, contact, video vendor or the charts that clinicians can read. For administrators. */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/v1/own-drafts/{place}/{about}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the caller has written at this place and not sent. Without fields if nothing is kept. */
        get: operations["getOwnDraft"];
        /** @description Keeps what the caller has written. Replaces what was kept before: of two open pages, the last one that writes counts. */
        put: operations["putOwnDraft"];
        post?: never;
        /** @description Deletes what was kept: it was sent, or is not wanted any more. Succeeds if nothing was kept. */
        delete: operations["removeOwnDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-emergency-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The caller's own emergency accesses that are open now. Says nothing about the patients but their ids. */
        get: operations["listOwnEmergencyAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-on-demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The requests of the caller: those that wait, and those that were taken in the last minutes. A page that is reloaded shows its place again.
         *     At most one for each patient for whom the caller books.
         */
        get: operations["listOwnOnDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        /** @description Registers a patient. The patient cannot sign in until invited (`patients.invite`). */
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
        /** @description Finds patients by name, birth date, record number or telephone number. A POST, so that no name is in a URL. */
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
    "/v1/patients/{patientId}/access-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A patient, or a proxy who may see the record, asks about an access. The privacy officers see it at once, and answer by a deadline of the
         *     organization's policy.
         */
        post: operations["askAboutAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All accesses to this patient's information, the newest first. Patients see their own. */
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
        /** @description A patient's allergies. `asked` is false until the patient was asked about allergies: an empty list is not meaningful before. */
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
        /** @description Records that a patient was asked and has no known allergies. */
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
        /** @description Ends an allergy, or marks it as entered in error. */
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
        /**
         * @description The files in a patient's threads, the newest first: all of them for the patient and for treating members, for other members those of the
         *     threads that they may read. Files that no message has sent are not listed.
         */
        get: operations["listAttachments"];
        put?: never;
        /** @description Uploads a file for a message: an image or a PDF, at most 10 MB. Camera metadata (location, device) is removed from images. */
        post: operations["addAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/background": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What a patient said about themselves. For the patient, the clinicians who treat them and the front desk, never for proxies. */
        get: operations["getPatientBackground"];
        /** @description Replaces all answers: what is left out is cleared. For the patient, and for staff who write it down on their behalf and name the source. */
        put: operations["putPatientBackground"];
        post?: never;
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
        /** @description A patient's communication preferences. */
        get: operations["getPreferences"];
        /** @description Changes a patient's communication preferences. */
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
        /** @description The problems from signed notes, the latest first. Patients do not see those entered in error. */
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
         * @description Marks a problem as resolved, entered in error or active. For anyone who may sign notes, because problems come from signed notes. The
         *     notes do not change; a later note with the problem makes it active again.
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
        /** @description Decisions that the patient must make before a visit of this type. */
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
        /** @description The patient's decisions, the newest first. */
        get: operations["listConsents"];
        put?: never;
        /** @description Records a decision with its evidence. Declining is also a decision, and does not end access to care. */
        post: operations["decideConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/consents/{consentId}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The visits for which a consent was used, the newest first. Revoking it does not change them. */
        get: operations["listConsentUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/coverage-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The pictures that there are of a patient's insurance card. */
        get: operations["getCoverageCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/coverage-card/{side}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Puts a picture of one side of the insurance card in place of the one before. The bytes decide the type. The picture is redrawn upright,
         *     without camera metadata (location, device).
         */
        put: operations["putCoverageCardSide"];
        post?: never;
        /** @description Removes the picture of one side. */
        delete: operations["removeCoverageCardSide"];
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
        /** @description A patient's coverages. */
        get: operations["listCoverages"];
        put?: never;
        /** @description Adds a coverage and checks its eligibility with the payer. */
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
        /** @description Notices to a patient, the newest first. */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/disclosure-accounting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description To whom information about this patient was sent, of at most six years: what the server recorded as sent, and what staff recorded by hand.
         *     Free of charge, and complete at once. Without what an agency has asked to hold back for some time.
         */
        get: operations["getDisclosureAccounting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/emergency-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Opens the chart of a patient whom the caller does not treat, for at most the policy's number of minutes (60). The patient and the privacy
         *     officer are notified at once. Every access under it is in the access log with the reason. It gives no access to a colleague's own work.
         */
        post: operations["openEmergencyAccess"];
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
        /** @description A patient's estimates, the newest first. */
        get: operations["listEstimates"];
        put?: never;
        /** @description Requests an estimate. The server issues it at once when it has all data; otherwise a person issues it before its deadline. */
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
         * @description Invites a patient to link a sign-in, and returns the code once. Replaces a pending invitation. For the front desk; requires step-up
         *     authentication.
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
        /** @description A patient's orders, the newest first. */
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
        /** @description A patient's results, the newest first. Patients see released results. */
        get: operations["listLabResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Says that a record was replaced by another record of the same person, or with null that it was not. Nothing is moved, and both records
         *     stay readable. New visits are booked for the other record. Needs a recent sign-in. For the front desk.
         */
        put: operations["linkPatient"];
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
         * @description Unlinks a patient's sign-in: their sessions end at once, and a new invitation can link the sign-in again. The patient keeps rights to act
         *     for others. For the front desk; requires step-up authentication. The response is the same when no sign-in is linked.
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
        /** @description A patient's notes, the newest first. Patients see signed notes. */
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
        /** @description Starts a payment. The response has the processor's page. */
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
        /** @description Sets the pharmacy that a patient chose. */
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
        /**
         * @description Checks a medication for a patient: allergies, duplicates and interactions. A check that cannot be performed is itself an alert. `sources`
         *     are what it was checked with; none if nothing could be checked, or if the service does not say. `label` is the medication's, if one is
         *     imported.
         */
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
        /** @description A patient's prescriptions, the newest first. Patients see signed prescriptions. */
        get: operations["listPrescriptions"];
        put?: never;
        /** @description Creates a draft. Directions that do not fit the medication, and a quantity that cannot be compared with them, are alerts. */
        post: operations["writePrescription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/privacy-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The patient's requests with their answers, the newest first. Also for those who treat the patient: a disagreement belongs to the note. */
        get: operations["listPrivacyRequests"];
        put?: never;
        /** @description A request of the patient, or of a person who acts for them. */
        post: operations["createPrivacyRequest"];
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
        /** @description The proxies of the patient. The patient and staff also see invited proxies. */
        get: operations["listProxies"];
        put?: never;
        /**
         * @description Offers a person the right to act for the patient, and returns the code of the invitation once. The right grants no access until the
         *     person signs in and accepts it. The response does not reveal whether the organization knows the person. Requires step-up authentication.
         *     A retry with the same idempotency key is answered without the code: `proxies.invite` creates a new one.
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
        /** @description Changes the email address for messages to a proxy. Requires step-up authentication, because the messages are about the patient's care. */
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
         * @description Ends a proxy's right today. Their sessions for this patient end at once. For an invited proxy it also revokes the invitation. When a
         *     person's last right has ended, a new invitation can link their sign-in again.
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
         * @description Creates a new invitation for a proxy right that was not accepted yet, and returns its code once. Replaces the previous one. Requires
         *     step-up authentication.
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
    "/v1/patients/{patientId}/reported-medications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What a patient takes that was not prescribed here, active ones first. An empty list means that nothing was reported, not that nothing is
         *     taken.
         */
        get: operations["listReportedMedications"];
        put?: never;
        /** @description Reports a medicine. The checks of later prescriptions compare with it. For the patient, and for clinicians to whom the patient says it. */
        post: operations["addReportedMedication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patients/{patientId}/reported-medications/{reportedMedicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Replaces name, code, directions and status: what is left out is cleared. */
        put: operations["changeReportedMedication"];
        post?: never;
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
        /** @description A patient's balance, with details for each visit. */
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
        /** @description The published summaries of a patient, the newest first. */
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
        /** @description Creates a thread. Its topic decides the assignee. */
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
        /** @description The vitals of a patient's newest 20 signed notes, the newest first. Notes without vitals are left out. */
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
        /** @description The payers of this organization. */
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
        /** @description Refunds a payment. */
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
        /** @description Finds pharmacies by name, town or postal code. */
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
        /** @description Requests of pharmacies for the caller, or for a colleague whom the caller covers. The oldest first. */
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
        /** @description Responds to a pharmacy. Approving a renewal signs a new prescription. */
        post: operations["respondToPharmacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practitioner-photos/{photoId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A photo of a practitioner. A photo that was replaced is not there any more. */
        get: operations["getPractitionerPhoto"];
        put?: never;
        post?: never;
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
        /**
         * @description Changes a practitioner. The offered slots change within a second. Booked appointments that the change strands stay booked as
         *     `unsupported`; `appointments_affected` names their number: preview them, then send the number. For administrators.
         */
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
        /** @description A practitioner's weekly schedule and its exceptions. */
        get: operations["getAvailability"];
        /**
         * @description Replaces a practitioner's weekly schedule and exceptions. Time off stays. Booked appointments outside the new hours stay booked as
         *     `unsupported`; `appointments_affected` names their number: preview them, then send the number.
         */
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
        /**
         * @description Hands a practitioner's work over to a colleague for a limited time, or places it under a supervisor. For the practitioner themselves and
         *     administrators.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practitioners/{practitionerId}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Puts a photo of a practitioner in place of the one before. Patients see it where they choose and meet the practitioner. The bytes decide the
         *     type. The photo is redrawn as an upright square without camera metadata (location, device). For administrators.
         */
        put: operations["putPractitionerPhoto"];
        post?: never;
        /** @description Removes the photo of a practitioner, if there is one. For administrators. */
        delete: operations["removePractitionerPhoto"];
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
        /** @description The patients who wait for a practitioner. */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Informs waiting patients that the practitioner pauses or resumes the queue. */
        patch: operations["pauseQueue"];
        trace?: never;
    };
    "/v1/practitioners/{practitionerId}/queue-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many patients waited for a practitioner today, and how long, by hour. */
        get: operations["getQueueDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practitioners/{practitionerId}/time-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Adds time off of a practitioner, for a range of days or a part of a day. `appointments_affected` names the number of booked appointments
         *     in it: preview them, then send the number.
         */
        post: operations["addTimeOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/practitioners/{practitionerId}/time-off/{timeOffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Removes time off. Its starts are offered again, and appointments within it are supported again. */
        delete: operations["removeTimeOff"];
        options?: never;
        head?: never;
        patch?: never;
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
        /** @description Requests cancellation from the pharmacy. The prescription is cancelled when the pharmacy confirms. */
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
        /** @description Discards a draft. */
        post: operations["discardPrescription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prescriptions/{prescriptionId}/pharmacy-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Records that a person has telephoned the pharmacy, and what was agreed: the prescription no longer needs attention. Refused with
         *     `version_conflict` if something else needs attention by now.
         */
        post: operations["recordPharmacyCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prescriptions/{prescriptionId}/refill-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Asks for a refill of a prescription. The prescriber and the nurses see it until one of them answers. */
        post: operations["requestRefill"];
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
        /** @description Creates a draft from this prescription. */
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
    "/v1/privacy-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Requests that wait for an answer, the oldest first. */
        get: operations["listWaitingPrivacyRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privacy-requests/{requestId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Accepts or denies. A denial needs a ground that fits the kind. A correction of a note is accepted once the note has an addendum that is
         *     newer than the request: the note itself never changes. An erasure is accepted once the time of the record is over and no legal hold is in
         *     force; a privacy officer erases the record then (`retention.approveErasure`).
         */
        post: operations["decidePrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privacy-requests/{requestId}/disagreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What the patient says to a denied correction (45 CFR 164.526(d)(2)). It can be said once. */
        post: operations["disagreeWithDenial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privacy-requests/{requestId}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes 30 more days, once, before the time is over. */
        post: operations["extendPrivacyRequest"];
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
    "/v1/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Reads what a screen shows in one request instead of one for each part. Each read needs its own permission, takes from its own rate limit,
         *     counts as activity and is recorded as if it were requested alone. A refused read is answered with its problem and stops no other.
         */
        post: operations["readTogether"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record-copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A copy of the whole record, as a zip file: `record.html` to read and print, `record.pdf`, `record.fhir.json` (a FHIR R4 Bundle),
         *     `record.json` (every answer of this API as it is), and the patient's documents in `files/`. It contains what the caller may read: no
         *     drafts, no results that were not released, no psychotherapy notes. What is left out is listed in it. The server makes it for this
         *     request and keeps nothing of it. Needs a fresh authentication.
         */
        get: operations["getRecordCopy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record-erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Decisions to erase, with their certificates, the newest first. */
        get: operations["listErasures"];
        put?: never;
        /**
         * @description Decides that a record is erased. The server deletes the keys that encrypt it, so that no one can read it again, also not in a backup; the
         *     accesses to it stay until their own time. Refused while a legal hold is in force, and before the time of the record is over. Needs a fresh
         *     authentication.
         */
        post: operations["approveErasure"];
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
        /** @description Open referrals, overdue ones first; with `patientId`, those of one patient. */
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
        /** @description Records the next step of a referral. */
        post: operations["stepReferral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refill-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description With `patientId` the requests of a patient, the newest first. Without it those that are open among the patients whom the caller treats,
         *     the oldest first.
         */
        get: operations["listRefillRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refill-requests/{refillRequestId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Declines a refill. To approve it, renew the prescription (`renewPrescription`) and sign. */
        post: operations["declineRefill"];
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
        /** @description Payments of payers, the newest first. */
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
        /** @description The lines of one payment. */
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
        /** @description Marks all held lines of a payment as resolved outside Visitkit. This is the only way to resolve a payment that does not balance. */
        post: operations["resolveRemittance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The resources of the organization, by kind and name. */
        get: operations["listResources"];
        put?: never;
        /** @description Adds a room, an interpreter or a device. For the front desk and administrators. */
        post: operations["createResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/{resourceId}": {
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
         * @description Changes or retires a resource. Booked visits keep it. Those outside its new hours, or of a retired resource, stay booked as `unsupported`;
         *     `appointments_affected` names their number: preview them, then send the number.
         */
        patch: operations["updateResource"];
        trace?: never;
    };
    "/v1/retention-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How long the organization keeps records. */
        get: operations["getRetentionSchedule"];
        /** @description Changes how long the organization keeps records; never for fewer years than the law's floor. Needs a fresh authentication. */
        put: operations["changeRetentionSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many records are due, held and erased. */
        get: operations["getRetentionSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/risks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The risk register, the greatest risk first. */
        get: operations["listRisks"];
        put?: never;
        /** @description Adds a risk to the register. */
        post: operations["createRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/risks/{riskId}": {
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
        /** @description Assesses a risk again, or removes it from the register. Its next review counts from today. */
        patch: operations["updateRisk"];
        trace?: never;
    };
    "/v1/service-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Finds services by code or word, with their prices. */
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
        /** @description The session of this request, with its limits. The call is no user activity. */
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
        /** @description Records activity of the person, which extends the idle timeout. */
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
        /** @description The caller's active sessions. */
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
    "/v1/shared-text-macros/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Creates or rewrites a text macro of the organization. */
        put: operations["putSharedTextMacro"];
        post?: never;
        /** @description Deletes a text macro of the organization. */
        delete: operations["removeSharedTextMacro"];
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
        /**
         * @description Free slots, by visit type, practitioner, language, and the patient's state and age. At most 31 days per call. A page has fewer than
         *     `limit` start times when many practitioners are searched.
         */
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
        /** @description The specialties with visit types that can be booked. */
        get: operations["listSpecialties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/supply-changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The booked appointments that a change of hours, time off, closures, a practitioner, a visit type or a resource would strand. Stores nothing. */
        post: operations["previewSupplyChange"];
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
        /** @description Open tasks of the caller and of the caller's roles, by due date. */
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
        /** @description Assigns a task to the caller or to another member, or completes it. */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/v1/text-macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The caller's own text macros and the organization's, by name. At most 200 of each. */
        get: operations["listTextMacros"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/text-macros/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Creates or rewrites one of the caller's own text macros. */
        put: operations["putTextMacro"];
        post?: never;
        /** @description Deletes one of the caller's own text macros. */
        delete: operations["removeTextMacro"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/thread-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The number of threads with unread messages. */
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
        /** @description The caller's threads, the latest first: a patient's own, or those assigned to a member or their roles. */
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
        /** @description Assigns a thread to the caller or to another member, or closes it. For members. */
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
        /** @description Posts a message. Reopens a closed thread. */
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
        /** @description Marks messages as read up to this one. */
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
         * @description Exchanges a person's ID token, a client credential or a refresh token for an access token. With `invitation`, the sign-in also accepts an
         *     invitation. A guest of a visit has no sign-in: their code is the proof.
         */
        post: operations["exchangeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who must take which course, and until when. What is missing or expires first comes first. */
        get: operations["listTraining"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/training-courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Courses that staff must take. */
        get: operations["listTrainingCourses"];
        put?: never;
        /** @description Adds a course, for everybody with one of these roles. */
        post: operations["createTrainingCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/training-courses/{courseId}": {
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
        /** @description Changes a course, or ends it. */
        patch: operations["updateTrainingCourse"];
        trace?: never;
    };
    "/v1/training-courses/{courseId}/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Records that a member completed a course. */
        post: operations["recordTraining"];
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
        /** @description Results that match no order or patient: critical ones first, then the oldest. They are never assigned automatically. */
        get: operations["listUnmatchedResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unmatched-results/{unmatchedId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Applies a response about an order to an order that a person chose: to the test that it names, or to the only one. */
        post: operations["applyResponse"];
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
        /** @description Assigns a result to an order that a person chose. */
        post: operations["matchResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unmatched-results/{unmatchedId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the laboratory sent about an unmatched result, the oldest message first. */
        get: operations["listUnmatchedMessages"];
        put?: never;
        post?: never;
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
        /** @description Records that a result or a response belongs to no order of the organization. The laboratory must be informed. */
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
        /** @description The visit types. */
        get: operations["listVisitTypes"];
        put?: never;
        /** @description Adds a visit type. For administrators. */
        post: operations["createVisitType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visit-types/{visitTypeId}": {
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
        /** @description Changes, retires or reinstates a visit type. For administrators. */
        patch: operations["updateVisitType"];
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
        /** @description Admits the patient to the room. Consent and license are checked again. */
        post: operations["admitPatient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Uploads a file for a message of a visit: an image or a PDF, at most 10 MB. Camera metadata (location, device) is removed from images. For
         *     those who may write in the room, also if they may not read the record.
         */
        post: operations["addVisitAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/attachments/{attachmentId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A file of the messages of a visit. For those who may read the visit, also after it has ended. */
        get: operations["getVisitAttachmentContent"];
        put?: never;
        post?: never;
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
        /** @description The claim of a visit. It is created when the visit's note is signed. */
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
        /** @description Saves the result of the camera, sound and connection check. */
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
        /** @description Corrects the patient's location, before or during the visit. The license is checked again. */
        put: operations["changeVisitLocation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Posts a message to the other people of a visit. The first one creates the thread of the visit. A message that arrives after the visit
         *     has ended is kept like any other, and waits for an answer.
         */
        post: operations["postVisitMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/network-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The servers with which the browser of the patient or a proxy measures its connection, before there is a seat. */
        get: operations["getNetworkTest"];
        put?: never;
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
        /** @description Proposes the next visit. The patient's booking starts from the proposal. */
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
        /** @description The note of a visit. The draft is created when a practitioner first opens it, or when the visit ends. */
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
        /** @description The caller's own psychotherapy note of a visit. No other user can read it, and no other document contains it. */
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
         * @description The patient's position in the queue and the usual wait. Each call records that the waiting room is open, and extends the session, so that
         *     a waiting patient is not signed out.
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
        /**
         * @description Takes a seat in the room: the right to join, with the video vendor's data. Patients get one after admission. A person has one seat: it
         *     replaces the one that they hold, on any device.
         */
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
        /** @description Leaves the room. The visit continues; the seat can be taken again. */
        post: operations["leaveSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/seats/{seatId}/troubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Records what has gone wrong so far in the call of one seat, as the browser that holds it knows it. Replaces what was recorded for the seat
         *     before, so that a repeated request changes nothing. Accepted after the visit as well: a browser may report late.
         */
        put: operations["recordCallTroubles"];
        post?: never;
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
        /** @description Records that the patient pays for the whole visit and that no payer is informed: 45 CFR 164.522(a)(1)(vi). */
        post: operations["chooseSelfPay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/self-pay/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends the restriction of a visit, by the patient or at their request: a claim may be sent to a payer again. Sends nothing and moves no money:
         *     a claim that became self-pay does both when it is refreshed.
         */
        post: operations["endSelfPay"];
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
        /** @description Sends a video driver's message to the other browsers in a room. For networks that block the live socket, which does the same. */
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
        /** @description The summary of a visit. Patients can read it after it is published, which is when the note is signed. */
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
        /** @description A published summary, to print or save. */
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
        /** @description A receipt with codes that a patient may submit to a payer. */
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
        /** @description Submits the survey of a visit, once. */
        put: operations["answerSurvey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The messages of a visit's room, the newest first. For those who may read the visit, also after it has ended. */
        get: operations["getVisitThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits/{visitId}/thread/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Marks the messages of a visit's room as read up to this one. While the visit lasts, a message that was read needs no answer. */
        post: operations["markVisitThreadRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Balances that wait for the next payer, the oldest first. */
        get: operations["listWaitingBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who waits, in the order of the line. Patients and proxies see their own entries. */
        get: operations["listWaitlist"];
        put?: never;
        /**
         * @description Waits for a time that becomes free. The first in line whom it suits is offered it: the time is reserved for them for some minutes. A
         *     patient waits once for a visit type and a practitioner.
         */
        post: operations["joinWaitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Leaves the line. An offered time is free at once. */
        delete: operations["leaveWaitlist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{entryId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes the offered time: books it, or moves the appointment to it. */
        post: operations["acceptWaitlistOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waitlist/{entryId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Declines the offered time. The patient keeps the place in line, and is not offered this time again. */
        post: operations["declineWaitlistOffer"];
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
        /** @description The webhook endpoints of this organization. */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /** @description Adds an endpoint. The secret is returned once. */
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
        /** @description Changes, disables or enables an endpoint. */
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
        /** @description Deliveries to an endpoint, the newest first. */
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
        /** @description A message of the payment processor. Accepted only with a valid signature over the exact bytes. */
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
        /** @description A message of the pharmacy network. Accepted only with a valid signature over the exact bytes. */
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
        /** @description A message of the SMS vendor: delivered, failed, or a STOP reply. Accepted only with a valid signature. */
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
        /** @description A message of a video vendor. Accepted only with a valid signature over the exact bytes. */
        post: operations["receiveVideoWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Write-offs that wait for a second person, the oldest first. */
        get: operations["listWriteOffs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/write-offs/{writeOffId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Approves or refuses a write-off. Who asked for it cannot approve it. */
        post: operations["decideWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/write-offs/{writeOffId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Undoes an approved write-off: the amount is open again, and the claim has the state that it had before. */
        post: operations["undoWriteOff"];
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
                kind: "patient" | "proxy" | "member" | "guest" | "service" | "system";
                id: components["schemas"]["Id"];
                /**
                 * @description The person; their role where the organization's policy hides names of staff. Null for the server itself, and when the name is no
                 *     longer known: elements then show a text for `kind`.
                 */
                displayName: string | null;
                role: components["schemas"]["ActorRole"];
            };
            action: components["schemas"]["AuditAction"];
            /** @description The type of data that was accessed. */
            entity: components["schemas"]["AuditedEntity"];
            /** @description The reason. */
            reason: components["schemas"]["AccessReason"];
            /** @description The purpose, as HL7 code. Null when another version of the server recorded a purpose that this version does not know. */
            purpose: components["schemas"]["PurposeOfUse"] | null;
            /** @description For an act under cover, a hand-over or supervision: the covered practitioner. */
            onBehalfOf?: {
                practitionerId: components["schemas"]["Id"];
                /** @description Null when the name is no longer known. */
                displayName: string | null;
            };
            outcome: components["schemas"]["AccessOutcome"];
            /**
             * @description True for the first access by a person who had not opened the record before. Only for a patient who asks for a notice of it, and for
             *     accesses since then.
             */
            firstAccess?: boolean;
            /** @description What a privacy officer found when the access was reviewed. Absent before, and of an access that no case is about. */
            review?: components["schemas"]["AccessReviewOutcome"];
            /** @description Name of the application that made the access. Null for the server itself. */
            application: string | null;
            /**
             * Format: int64
             * @description The row's position in the sealed ledger. Absent for about the first second.
             */
            sequence?: number;
        };
        /** @description What one member did on one day. It names no patient. FHIR: DetectedIssue. */
        AccessCase: {
            id: components["schemas"]["Id"];
            member: {
                memberId: components["schemas"]["Id"];
                /** @description Null when the name is no longer known. */
                displayName: string | null;
            };
            /**
             * Format: date
             * @description The day on the organization's clock.
             */
            date: string;
            /**
             * Format: int32
             * @description Points of the access with the most, and of the day. 0: explained accesses that are listed for a second look.
             */
            score: number;
            /** @description Most points first. */
            reasons: components["schemas"]["AccessCaseReason"][];
            /**
             * Format: int32
             * @description Accesses that nothing explains, or that concern the account.
             */
            accessCount: number;
            status: components["schemas"]["AccessCaseStatus"];
            openedAt: components["schemas"]["Instant"];
            /** @description When it has to be closed. A second look never becomes overdue. */
            dueAt: components["schemas"]["Instant"];
            /** @description When it became overdue, and administrators see it too. */
            escalatedAt?: components["schemas"]["Instant"];
            assignedTo?: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            disposition?: components["schemas"]["AccessCaseDisposition"];
            closedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            closedAt?: components["schemas"]["Instant"];
            /** @description The incident that was reported from it. */
            incidentId?: components["schemas"]["Id"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What was found.
         * @enum {string}
         */
        AccessCaseDisposition: "explained" | "appropriate" | "inappropriate" | "error" | "needs-follow-up";
        /** @description One reason of a case: a code and numbers. Elements make the sentence. */
        AccessCaseReason: {
            code: components["schemas"]["AccessCaseReasonCode"];
            /** Format: int32 */
            points: number;
            /**
             * Format: int32
             * @description Accesses of the day that it is true of.
             */
            accesses: number;
            /**
             * Format: int32
             * @description Patients of those accesses.
             */
            patients: number;
            /**
             * Format: int32
             * @description Minutes since midnight on the organization's clock, of the first of them. Absent when the reason is about the whole day.
             */
            firstMinute?: number;
            /**
             * Format: double
             * @description Of `volume` the robust z, of `slow-collection` the sum, of `search-enumeration` how many records or searches.
             */
            value?: number;
        };
        /**
         * @description Why a case was opened. Each has its points in the policy of the monitor.
         * @enum {string}
         */
        AccessCaseReasonCode: "household" | "former-household" | "confidential" | "co-worker" | "surname-and-postal-code" | "self" | "deceased" | "emergency" | "emergency-not-documented" | "after-hours" | "unexplained" | "sensitive" | "dormant-account" | "disabled-account" | "volume" | "slow-collection" | "search-enumeration" | "second-look";
        /** @description A case with what its review needs. */
        AccessCaseReport: {
            id: components["schemas"]["Id"];
            member: {
                memberId: components["schemas"]["Id"];
                /** @description Null when the name is no longer known. */
                displayName: string | null;
            };
            /**
             * Format: date
             * @description The day on the organization's clock.
             */
            date: string;
            /**
             * Format: int32
             * @description Points of the access with the most, and of the day. 0: explained accesses that are listed for a second look.
             */
            score: number;
            /** @description Most points first. */
            reasons: components["schemas"]["AccessCaseReason"][];
            /**
             * Format: int32
             * @description Accesses that nothing explains, or that concern the account.
             */
            accessCount: number;
            status: components["schemas"]["AccessCaseStatus"];
            openedAt: components["schemas"]["Instant"];
            /** @description When it has to be closed. A second look never becomes overdue. */
            dueAt: components["schemas"]["Instant"];
            /** @description When it became overdue, and administrators see it too. */
            escalatedAt?: components["schemas"]["Instant"];
            assignedTo?: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            disposition?: components["schemas"]["AccessCaseDisposition"];
            closedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            closedAt?: components["schemas"]["Instant"];
            /** @description The incident that was reported from it. */
            incidentId?: components["schemas"]["Id"];
            /** Format: int32 */
            version: number;
            /** @description What was found, in words. */
            note?: components["schemas"]["MultilineText"];
            /** @description The accesses, the newest first; at most 200. */
            accesses: components["schemas"]["Access"][];
            /** @description The patients of these accesses. Erased patients are left out. */
            patients: components["schemas"]["PatientSummary"][];
        };
        /** @enum {string} */
        AccessCaseStatus: "open" | "assigned" | "closed";
        /**
         * @description The decision of a review of one member's roles.
         * @enum {string}
         */
        AccessDecision: "confirmed" | "changed";
        /**
         * @description What links a person to the patient whose record they opened, by the work of the organization.
         * @enum {string}
         */
        AccessExplanation: "own" | "automatic" | "on-behalf" | "emergency" | "appointment" | "visit" | "referral" | "task" | "note" | "lab-order" | "prescription" | "team" | "none";
        /** @enum {string} */
        AccessOutcome: "done" | "refused" | "failed";
        /** @description A patient asks about an access to their record. FHIR: Task. */
        AccessQuestion: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The patient. For members only. */
            patient?: components["schemas"]["PatientSummary"];
            accessId: components["schemas"]["Id"];
            /** @description The access. Absent when the ledger no longer has it. */
            access?: components["schemas"]["Access"];
            /** @description What links the person to the patient now. For members only. */
            explanation?: components["schemas"]["AccessExplanation"];
            reason: components["schemas"]["AccessQuestionReason"];
            /** @description The patient's own words. */
            text?: components["schemas"]["MultilineText"];
            status: components["schemas"]["AccessQuestionStatus"];
            askedAt: components["schemas"]["Instant"];
            /** @description When the answer is due. */
            dueAt: components["schemas"]["Instant"];
            /** @description When it became overdue without an answer. */
            escalatedAt?: components["schemas"]["Instant"];
            /** @description The privacy officer who works on it. For members only. */
            assignedTo?: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            outcome?: components["schemas"]["AccessQuestionOutcome"];
            /** @description The answer, for the patient. */
            answer?: components["schemas"]["MultilineText"];
            answeredAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the privacy officer found.
         * @enum {string}
         */
        AccessQuestionOutcome: "appropriate" | "mistake" | "not-allowed" | "unresolved";
        /**
         * @description Why a patient asks about an access.
         * @enum {string}
         */
        AccessQuestionReason: "unknown-person" | "known-person" | "no-care" | "too-much" | "other";
        /** @enum {string} */
        AccessQuestionStatus: "open" | "assigned" | "answered";
        /**
         * @description The reason for an access.
         * @enum {string}
         */
        AccessReason: "access-log" | "administration" | "appointment" | "billing" | "booking" | "care-team" | "chart" | "consent" | "cover" | "demographics" | "documentation" | "emergency" | "emergency-life-at-risk" | "emergency-cannot-answer" | "emergency-nobody-reachable" | "emergency-danger-to-others" | "emergency-cannot-decide" | "emergency-delay-would-endanger" | "emergency-nobody-to-decide" | "follow-up" | "hand-over" | "intake" | "integration" | "invitation" | "lab" | "login" | "message" | "notification" | "operator" | "override" | "preferences" | "prescription" | "privacy-request" | "privacy-review" | "proxy" | "queue" | "record-copy" | "registration" | "restriction-ended" | "restriction-ended-in-writing" | "restriction-ended-orally" | "search" | "self" | "session" | "supervision" | "visit" | "sign-in" | "step-up" | "signed-out" | "ended-by-person" | "idle" | "absolute" | "refresh-reused" | "access-withdrawn" | "stop-received" | "start-received" | "reaction" | "unexplained" | "unlisted";
        /** @description How often a reason was right: of the cases that have it and were closed. */
        AccessReasonMeasure: {
            code: components["schemas"]["AccessCaseReasonCode"];
            /** Format: int32 */
            closed: number;
            /**
             * Format: int32
             * @description Closed as `inappropriate`.
             */
            inappropriate: number;
        };
        /**
         * @description A field of a row of the ledger, by which the report is sorted.
         * @enum {string}
         */
        AccessReportField: "at" | "id" | "action" | "entity" | "entityId" | "patientId" | "outcome" | "refusal" | "reason" | "purpose" | "actorKind" | "actorId" | "actorRole" | "onBehalfOf" | "operation" | "requestId" | "sessionId" | "clientId";
        /** @description One row of the ledger, with each of its fields. */
        AccessReportRow: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            patientId: components["schemas"]["Id"] | null;
            actor: {
                /** @enum {string} */
                kind: "patient" | "proxy" | "member" | "guest" | "service" | "system";
                id: components["schemas"]["Id"];
                /**
                 * @description The person; their role where the organization's policy hides names of staff. Null for the server itself, and when the name is no
                 *     longer known: elements then show a text for `kind`.
                 */
                displayName: string | null;
                role: components["schemas"]["ActorRole"];
            };
            action: components["schemas"]["AuditAction"];
            /** @description The type of data that was accessed. */
            entity: components["schemas"]["AuditedEntity"];
            /** @description The reason. */
            reason: components["schemas"]["AccessReason"];
            /** @description The purpose, as HL7 code. Null when another version of the server recorded a purpose that this version does not know. */
            purpose: components["schemas"]["PurposeOfUse"] | null;
            /** @description For an act under cover, a hand-over or supervision: the covered practitioner. */
            onBehalfOf?: {
                practitionerId: components["schemas"]["Id"];
                /** @description Null when the name is no longer known. */
                displayName: string | null;
            };
            outcome: components["schemas"]["AccessOutcome"];
            /**
             * @description True for the first access by a person who had not opened the record before. Only for a patient who asks for a notice of it, and for
             *     accesses since then.
             */
            firstAccess?: boolean;
            /** @description What a privacy officer found when the access was reviewed. Absent before, and of an access that no case is about. */
            review?: components["schemas"]["AccessReviewOutcome"];
            /** @description Name of the application that made the access. Null for the server itself. */
            application: string | null;
            /**
             * Format: int64
             * @description The row's position in the sealed ledger. Absent for about the first second.
             */
            sequence?: number;
            /** @description The operation, job or command. */
            operation: string;
            requestId: string;
            /** @description The id in the path of the request, as it was sent. */
            entityId: string | null;
            /** @description The code of the problem, of a refusal. */
            refusal: string | null;
            sessionId: string;
            clientId: string;
        };
        /** @description When a colleague last looked at whether a member still needs their roles. 45 CFR 164.308(a)(4)(ii)(C). */
        AccessReview: {
            member: {
                memberId: components["schemas"]["Id"];
                displayName: string;
                roles: components["schemas"]["Role"][];
            };
            /**
             * Format: date
             * @description Absent when no one has looked at it yet.
             */
            reviewedOn?: string;
            decision?: components["schemas"]["AccessDecision"];
            /** Format: date */
            dueOn: string;
        };
        /**
         * @description What a privacy officer found about an access in a case of the access monitor.
         * @enum {string}
         */
        AccessReviewOutcome: "appropriate" | "not-allowed" | "mistake";
        /** @description For some time, one reason is not counted for one member. */
        AccessSuppression: {
            id: components["schemas"]["Id"];
            member: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            code: components["schemas"]["AccessCaseReasonCode"];
            createdAt: components["schemas"]["Instant"];
            createdBy: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            /**
             * Format: date
             * @description The last day on which it is in force.
             */
            until: string;
            /** @description When it was ended early. */
            endedAt?: components["schemas"]["Instant"];
            /** @description Why. */
            reason: string;
            /** Format: int32 */
            version: number;
        };
        /** @description Disclosures of an accounting that are alike in recipient, purpose and what was disclosed. The law asks for the first, the number and the last. */
        AccountedDisclosure: {
            purpose: components["schemas"]["DisclosurePurpose"];
            /** @description Whether the law counts it. If not, the purpose is the reason. */
            isCounted: boolean;
            /**
             * Format: date
             * @description Of the first one in the period, by the calendar of the clinic.
             */
            firstOn: string;
            /**
             * Format: date
             * @description Of the last one in the period. The same day if there is one.
             */
            lastOn: string;
            /** Format: int32 */
            count: number;
            /**
             * Format: int32
             * @description How many of them may not have arrived.
             */
            unconfirmed: number;
            recipientKind: components["schemas"]["DisclosureRecipientKind"];
            /** @description Of a recipient that a person named. */
            recipient?: components["schemas"]["DisclosureRecipient"];
            /** @description What the server sent. */
            content?: components["schemas"]["DisclosedContent"];
            /** @description What a person recorded. */
            what?: components["schemas"]["MultilineText"];
            /** @description The consent to disclose substance use records (42 CFR part 2) that went with it. */
            consentId?: components["schemas"]["Id"];
        };
        Acknowledgment: {
            alertId: string;
            reason: components["schemas"]["MultilineText"];
        };
        /**
         * @description The role in which an access was made.
         * @enum {string}
         */
        ActorRole: "patient" | "proxy" | "practitioner" | "nurse" | "front-desk" | "biller" | "interpreter" | "privacy-officer" | "auditor" | "administrator" | "service" | "guest" | "system" | "unlisted";
        AddCoverage: {
            payerId: components["schemas"]["Id"];
            memberNumber: string;
            groupNumber?: string;
            /**
             * @description How the patient is related to the insured person. Medicare: only `self`, because each person has their own.
             * @enum {string}
             */
            relationship: "self" | "spouse" | "child" | "other";
            subscriber?: {
                name: components["schemas"]["PersonName"];
                /** Format: date */
                birthDate: string;
                /** @enum {string} */
                sex?: "female" | "male" | "other" | "unknown";
            };
            nameOnCard?: components["schemas"]["PersonName"];
            /** Format: int32 */
            order: number;
            /** @description Required for Medicare if `order` is not 1, and refused for every other coverage. */
            medicareSecondaryReason?: components["schemas"]["MedicareSecondaryReason"];
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
        };
        AddTimeOff: {
            from: components["schemas"]["WallDateTime"];
            to: components["schemas"]["WallDateTime"];
            reason: components["schemas"]["TimeOffReason"];
            appointments: components["schemas"]["AppointmentHandling"];
            /**
             * Format: int32
             * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
             *     `appointments_affected` and their number.
             * @default 0
             */
            affected?: number;
        };
        /** @description Time off that was added. */
        AddedTimeOff: {
            /** @description The time off; with `cancel`, the earlier one that already covers the range. */
            timeOff: components["schemas"]["TimeOff"];
            /**
             * Format: int32
             * @description Booked appointments that it leaves without support.
             */
            affected: number;
            /** @description Only with `cancel`. */
            cancelled: components["schemas"]["CancelledAppointment"][];
            availability: components["schemas"]["Availability"];
        };
        Address: {
            line1: string;
            line2?: string;
            city: string;
            state: components["schemas"]["StateCode"];
            postalCode?: string;
        };
        /** @description Contact data of the clinic outside the portal.A line of an address, as on an envelope. */
        AddressLine: string;
        /**
         * @description Claim adjustment group code (X12): who is responsible for the adjusted amount.
         * @enum {string}
         */
        AdjustmentGroup: "CO" | "PR" | "OA" | "PI" | "CR";
        AdmitInEmergency: {
            reason: components["schemas"]["EmergencyAdmissionReason"];
            /** @description What happened, for the review. Not shown to the patient. */
            text: string;
            /** @description Where the patient is. Required unless the patient has checked in. */
            checkIn?: components["schemas"]["CheckIn"];
        };
        /** @description A booked appointment that the change would strand. */
        AffectedAppointment: {
            appointmentId: components["schemas"]["Id"];
            /** @description For callers who may read appointments. */
            patientId?: components["schemas"]["Id"];
            /** @description For callers who may read appointments. */
            patient?: components["schemas"]["PatientSummary"];
            practitioner: components["schemas"]["PractitionerSummary"];
            visitTypeId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            /** @description Why the appointment would be unsupported. Empty when time off would cancel an appointment that another reason of its own protects. */
            reasons: components["schemas"]["SupportReason"][];
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
        /** @description An alert with what a member of staff needs to act. FHIR: Flag. */
        Alert: {
            id: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            code: components["schemas"]["IntakeAlert"];
            status: components["schemas"]["AlertStatus"];
            raisedAt: components["schemas"]["Instant"];
            /** @description When it was first on the screen of a member of staff. */
            shownAt?: components["schemas"]["Instant"];
            /** @description When other roles were notified because no one had acknowledged it in time. */
            escalatedAt?: components["schemas"]["Instant"];
            acknowledgedAt?: components["schemas"]["Instant"];
            acknowledgedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            /** Format: int32 */
            version: number;
            patient: components["schemas"]["PatientSummary"];
            practitioner: components["schemas"]["PractitionerSummary"];
            /** @description Absent before the check-in. */
            visitId?: components["schemas"]["Id"];
            /** @description The number given at the check-in; before that, the patient's own. */
            callbackPhone?: components["schemas"]["Phone"];
            /** @description Where the patient is: as stated at the check-in; before that, the patient's home address. */
            location?: {
                line1: string;
                line2?: string;
                city: string;
                state: components["schemas"]["StateCode"];
                postalCode?: string;
                /** @description True if the patient stated it for this visit. */
                stated: boolean;
            };
            /** @description What to do, from the specialty pack. */
            guidance?: string;
            /** @description What was answered. For treating roles only. */
            answers?: components["schemas"]["AlertAnswer"][];
        };
        /** @description One answer that raised an alert, readable without the questionnaire. */
        AlertAnswer: {
            question: components["schemas"]["LocalizedText"][];
            values: components["schemas"]["AnswerValue"][];
            /** @description The chosen options, for a question that has options. */
            chosen: components["schemas"]["QuestionOption"][];
        };
        /** @description The progress of an alert. */
        AlertState: {
            id: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            code: components["schemas"]["IntakeAlert"];
            status: components["schemas"]["AlertStatus"];
            raisedAt: components["schemas"]["Instant"];
            /** @description When it was first on the screen of a member of staff. */
            shownAt?: components["schemas"]["Instant"];
            /** @description When other roles were notified because no one had acknowledged it in time. */
            escalatedAt?: components["schemas"]["Instant"];
            acknowledgedAt?: components["schemas"]["Instant"];
            acknowledgedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        AlertStatus: "raised" | "shown" | "acknowledged";
        /** @description A substance to which the patient is allergic. FHIR: AllergyIntolerance. */
        Allergy: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            substance: components["schemas"]["AllergySubstance"];
            reaction?: components["schemas"]["MultilineText"];
            /** @enum {string} */
            severity: "mild" | "moderate" | "severe" | "unknown";
            /** @enum {string} */
            status: "active" | "resolved" | "entered-in-error";
            notedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        AllergySubstance: {
            /** @description RxNorm ingredient, if it is a drug. */
            rxcui?: string;
            /** @description Name of the substance. */
            name: string;
        };
        /** @description One value of an answer; exactly one property is set. FHIR: QuestionnaireResponse.item.answer.value[x]. */
        AnswerValue: {
            boolean?: boolean;
            /** Format: int32 */
            integer?: number;
            /** Format: double */
            decimal?: number;
            text?: components["schemas"]["MultilineText"];
            /** Format: date */
            date?: string;
            /** @description Code of a chosen option. */
            code?: string;
        };
        /** @description A request to a payer to decide again about a claim. */
        Appeal: {
            id: components["schemas"]["Id"];
            claimId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            state: components["schemas"]["AppealState"];
            answer?: components["schemas"]["AppealAnswer"];
            /**
             * Format: date
             * @description The last day on which it can arrive.
             */
            dueOn: string;
            text: components["schemas"]["MultilineText"];
            /** @description The signed note that goes with it, as a reference. */
            note?: {
                visitId: components["schemas"]["Id"];
                /** Format: int32 */
                version: number;
            };
            by: string;
            createdAt: components["schemas"]["Instant"];
            sentAt?: components["schemas"]["Instant"];
            answeredAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description How the payer answered an appeal. The money arrives with a remittance.
         * @enum {string}
         */
        AppealAnswer: "granted" | "partly" | "refused";
        /** @enum {string} */
        AppealState: "draft" | "sent" | "answered";
        /** @description A booked visit. FHIR: Appointment. */
        Appointment: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The patient. For members only. */
            patient?: components["schemas"]["PatientSummary"];
            practitioner: components["schemas"]["PractitionerSummary"];
            /** @description Of a patient who needed an interpreter when it was booked, without one. Kept when the visit moves. */
            missingInterpreter?: components["schemas"]["MissingInterpreter"];
            /** @description The rooms, interpreters and devices that it takes. Absent: none. */
            resources?: components["schemas"]["TakenResource"][];
            /** @description Further practitioners who take part. Absent: none. */
            additionalPractitioners?: components["schemas"]["PractitionerSummary"][];
            /** @description The series that it was booked with. */
            seriesId?: components["schemas"]["Id"];
            visitTypeId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            specialty: string;
            modality: components["schemas"]["Modality"];
            requiredConsents: components["schemas"]["ConsentPurpose"][];
            questionnaires: string[];
            /** @description A moment: when the rules of a zone change, it stays, and the wall clock of that zone shows another time. */
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            status: components["schemas"]["AppointmentStatus"];
            reason?: components["schemas"]["MultilineText"];
            language?: components["schemas"]["Language"];
            /** @description Present if staff booked it outside the rules. For members only. */
            override?: components["schemas"]["RuleOverride"];
            /** @description Kept current while the appointment is booked. */
            support: components["schemas"]["AppointmentSupport"];
            /**
             * @description The latest time at which the patient may cancel or reschedule: before the notice, or just after booking. The start, if the appointment
             *     is not supported.
             */
            changeableUntil: components["schemas"]["Instant"];
            /** @description Of a requested appointment: when it is declined if the clinic has not answered. */
            answerBy?: components["schemas"]["Instant"];
            /** @description When check-in opens. */
            checkInFrom: components["schemas"]["Instant"];
            /** @description Of the visit type when it was booked. Absent: none. */
            sensitivity?: components["schemas"]["VisitSensitivity"];
            /** @description Whether a minor booked it who may consent to it without a parent, by the law of their state. Proxies need the scope `sensitive`. */
            consentedByMinor?: boolean;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What happens to the booked appointments that time off overlaps.
         * @enum {string}
         */
        AppointmentHandling: "flag" | "cancel";
        AppointmentSeries: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description By start time. */
            appointments: components["schemas"]["Appointment"][];
        };
        /** @enum {string} */
        AppointmentSort: "start" | "-start";
        /** @enum {string} */
        AppointmentStatus: "requested" | "booked" | "checked-in" | "in-progress" | "completed" | "cancelled" | "no-show";
        /** @description Whether a booked appointment can still take place as it was booked. */
        AppointmentSupport: {
            status: components["schemas"]["SupportStatus"];
            /** @description Empty when supported. */
            reasons: components["schemas"]["SupportReason"][];
        };
        AssessIncident: {
            factors: components["schemas"]["IncidentFactors"];
            findings: components["schemas"]["MultilineText"];
            /** Format: int32 */
            patientsConcerned: number;
            /** @description Whether 500 or more patients live in one state. */
            manyInOneState?: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @description A file of a message. Its type is detected from its content, never from its name. */
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
         * @description The act that an access performed.
         * @enum {string}
         */
        AuditAction: "create" | "read" | "search" | "update" | "delete" | "execute" | "print" | "export";
        /**
         * @description The type of data that an access touched.
         * @enum {string}
         */
        AuditedEntity: "Access" | "AccessCase" | "AccessQuestion" | "AccessReview" | "AccessSuppression" | "Account" | "Alert" | "Allergy" | "Appointment" | "Attachment" | "Availability" | "CarePlan" | "CareTeam" | "Claim" | "ClaimCount" | "ClaimMessage" | "CommunicationPreferences" | "Condition" | "Consent" | "ConsentDocument" | "ConsentEvidence" | "Cover" | "Coverage" | "Delivery" | "DiagnosisCode" | "Disclosure" | "DisclosureAccounting" | "Draft" | "Eligibility" | "EmergencyAccess" | "Estimate" | "Event" | "FavoritePrescription" | "FeeSchedule" | "Hold" | "InboxCount" | "Incident" | "Intake" | "Invitation" | "LabOrder" | "LabResult" | "LabTest" | "LegalHold" | "LiveStream" | "LiveTicket" | "Login" | "MailboxFile" | "Medication" | "Member" | "Message" | "MonitorFact" | "Note" | "NoteTemplate" | "Obligation" | "OnDemandRequest" | "Organization" | "OrderSet" | "Outcome" | "Patient" | "PartnerMessage" | "PatientBackground" | "PatientPharmacy" | "Payer" | "Payment" | "PaymentWebhook" | "Pharmacy" | "PharmacyMessage" | "PartnerMessage" | "PharmacyRequest" | "Practitioner" | "Prescription" | "PrescriptionCheck" | "PrivacyRequest" | "Proxy" | "PsychotherapyNote" | "Questionnaire" | "RecordCopy" | "RecordErasure" | "RefillRequest" | "Queue" | "QueuePosition" | "Referral" | "Remittance" | "RemittanceLine" | "ReportedMedication" | "Resource" | "RetentionSchedule" | "Risk" | "Seat" | "ServiceCode" | "Session" | "Signal" | "Slot" | "SmsWebhook" | "Specialty" | "Statement" | "Superbill" | "Survey" | "Task" | "TextMacro" | "Thread" | "ThreadCount" | "Training" | "Transmission" | "UnmatchedResult" | "VideoWebhook" | "Visit" | "VisitGuest" | "VisitSummary" | "VisitType" | "WaitlistEntry" | "WebhookDelivery" | "WebhookEndpoint" | "Unlisted";
        /** @description A practitioner's working hours and time off, in their own time zone. FHIR: Schedule. */
        Availability: {
            practitionerId: components["schemas"]["Id"];
            zone: components["schemas"]["Zone"];
            weekly: components["schemas"]["WeeklyWindow"][];
            exceptions: components["schemas"]["AvailabilityException"][];
            /** @description By start. Time off that ended more than a year ago may be absent. */
            timeOff: components["schemas"]["TimeOff"][];
            limits?: components["schemas"]["BookingLimits"];
            /**
             * Format: int32
             * @description The share of visits when any practitioner will do, in relation to others: with 30, three times as many as with 10. In proportion to the
             *     time that is offered. Default: 10.
             */
            weight?: number;
            /** Format: int32 */
            version: number;
        };
        /** @description A date with other hours than the weekly schedule. */
        AvailabilityException: {
            /** Format: date */
            date: string;
            /** @description All windows of the day; empty for a day off. */
            windows: components["schemas"]["AvailabilityWindow"][];
        };
        AvailabilityWindow: {
            from: components["schemas"]["WallTime"];
            to: components["schemas"]["WallTime"];
            /** @description Only these visit types. Default: all of the practitioner's. */
            visitTypeIds?: components["schemas"]["Id"][];
        };
        /**
         * @description Who said what is recorded.
         * @enum {string}
         */
        BackgroundSource: "patient" | "guardian" | "companion" | "document";
        /**
         * @description The sex on the birth certificate, as code of HL7 AdministrativeGender or null flavor. FHIR: us-core-birthsex.
         * @enum {string}
         */
        BirthSex: "F" | "M" | "OTH" | "UNK" | "ASKU";
        BookAppointment: {
            holdId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description In the patient's own words. */
            reason?: components["schemas"]["MultilineText"];
            /** @description The spoken language of the visit. Default: that of the hold. */
            language?: components["schemas"]["Language"];
        };
        BookSeries: {
            visitTypeId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            practitionerId: components["schemas"]["Id"];
            /** @description The state where the patient will be. Default: their home state. */
            state?: components["schemas"]["StateCode"];
            /** @description A language that the practitioner must speak. */
            language?: components["schemas"]["Language"];
            /** @description The language of an interpreter, who takes part in each visit. */
            interpreterLanguage?: components["schemas"]["Language"];
            /** @description The room, interpreter or device that each visit takes, of a kind that it needs. Default: one that is free, for each visit. */
            resourceId?: components["schemas"]["Id"];
            /** @description The occurrences of a preview that were chosen, some of them replaced or left out. */
            starts: components["schemas"]["Instant"][];
            /** @description In the patient's own words, for each of the visits. */
            reason?: components["schemas"]["MultilineText"];
        };
        /** @description How many visits of a practitioner may begin, in the zone of their availability. Appointments and live holds count. Absent: any number. */
        BookingLimits: {
            /** Format: int32 */
            perDay?: number;
            /**
             * Format: int32
             * @description In an ISO 8601 week, which begins on Monday.
             */
            perWeek?: number;
        };
        /**
         * @description How patients and proxies book. Staff can always book.
         * @enum {string}
         */
        BookingMode: "instant" | "request" | "view";
        /** @description The brand of the health system. Elements take every color from it and show no brand of Visitkit. */
        Brand: {
            name: string;
            /** @description For buttons and links. Elements adjust or reject a color with too little contrast for text (WCAG 2.2, 1.4.3). */
            accentColor: string;
            logoUrl?: string;
        };
        /**
         * @description What goes wrong in a call, as the browser of one participant knows it.
         * @enum {string}
         */
        CallTrouble: "refused" | "no-answer" | "no-path" | "no-picture" | "no-sound" | "interrupted" | "dropped" | "device-denied" | "device-missing" | "device-busy" | "not-loaded" | "failed" | "unsupported";
        CallTroubleCount: {
            trouble: components["schemas"]["CallTrouble"];
            /** Format: int32 */
            count: number;
        };
        CancelAppointment: {
            reason: components["schemas"]["CancellationReason"];
        };
        CancelSeries: {
            /** @description Visits that start before this stay. Default: now. */
            from?: components["schemas"]["Instant"];
            reason: components["schemas"]["CancellationReason"];
        };
        /** @enum {string} */
        CancellationReason: "patient-request" | "practitioner-unavailable" | "no-longer-needed" | "booked-in-error" | "other";
        /** @description An appointment that was cancelled together with others. */
        CancelledAppointment: {
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
        };
        CancelledSeries: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            cancelled: components["schemas"]["Appointment"][];
            /** @description Visits that are too soon for the caller to cancel. */
            kept: components["schemas"]["Appointment"][];
        };
        /**
         * @description A side of an insurance card.
         * @enum {string}
         */
        CardSide: "front" | "back";
        /** @description Goals of the patient and the care team, and how to reach them. FHIR: CarePlan with Goal. */
        CarePlan: {
            patientId: components["schemas"]["Id"];
            goals: {
                id: string;
                text: components["schemas"]["MultilineText"];
                /** @enum {string} */
                status: "active" | "reached" | "abandoned";
                /** Format: date */
                due?: string;
            }[];
            activities: {
                id: string;
                text: components["schemas"]["MultilineText"];
                /** @enum {string} */
                by: "patient" | "care-team";
                /** @enum {string} */
                status: "planned" | "in-progress" | "done";
            }[];
            changedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A task for a member of staff. FHIR: Task. */
        CareTask: {
            id: components["schemas"]["Id"];
            /** @description Absent when the patient is not known yet. */
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
            /** @description The assignee: a role, or one member. */
            assigneeRole?: components["schemas"]["Role"];
            assignee?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description The origin of the task. */
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
            /** @description Members. If a member is a practitioner, the practitioner belongs to the team too. */
            memberIds: components["schemas"]["Id"][];
            /** @description Practitioners of the team who have no sign-in. */
            practitionerIds: components["schemas"]["Id"][];
            /** @description False when the team is retired: it grants no access any more. */
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
            /** @description Units, charges, modifiers and diagnosis pointers of the lines. The services themselves come from the note. */
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
            /** @description An internal note for billing staff. Not sent. */
            note?: components["schemas"]["MultilineText"];
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
            /** @description When it was marked as resolved or entered in error. Absent while it is active. */
            endedAt?: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description Incremented by every change, and by every signed note with this diagnosis.
             */
            version: number;
        };
        /**
         * @description The charts that clinicians can read: those of patients treated by them, their care teams or a colleague whom they cover, or all charts.
         * @enum {string}
         */
        ChartReach: "assigned" | "organization";
        CheckIn: {
            location: components["schemas"]["PatientLocation"];
            /** @description The telephone number to call if the connection drops. */
            callbackPhone: components["schemas"]["Phone"];
            /** @description Asked at every check-in: without it, `noEmergencyContact` is required. */
            emergencyContact?: components["schemas"]["EmergencyContact"];
            /** @description Ignored next to a contact. A change of the location that has neither keeps what the check-in had. */
            noEmergencyContact?: components["schemas"]["NoEmergencyContactReason"];
        };
        /** @description FHIR: Claim with ClaimResponse. */
        Claim: {
            id: components["schemas"]["Id"];
            /** @description The claim's number, shown to people and sent to the payer. */
            number: string;
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            practitioner: components["schemas"]["PractitionerSummary"];
            coverage?: components["schemas"]["Coverage"];
            payer: components["schemas"]["Payer"];
            state: components["schemas"]["ClaimState"];
            findings: components["schemas"]["ClaimFinding"][];
            /** @description The visit or the note has changed since the claim was made. Refresh the claim. */
            stale: boolean;
            /** Format: date */
            serviceDate: string;
            /** @description CMS place of service, from the patient's reported location: 10 at home, 02 at another place. */
            placeOfService: string;
            /**
             * @description 1 original, 7 replacement, 8 void.
             * @enum {string}
             */
            frequency: "1" | "7" | "8";
            /**
             * @description The preceding claim for the same visit: the one that this claim replaces or voids, one that another payer denied, or the void after
             *     which this claim bills again.
             */
            follows?: components["schemas"]["Id"];
            /** @description The payer's number for the claim. */
            payerClaimNumber?: string;
            diagnosisCodes: string[];
            lines: components["schemas"]["ClaimLine"][];
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            /** @description Absent when no other coverage was in force. */
            nextPayer?: components["schemas"]["NextPayer"];
            /**
             * Format: date
             * @description The last day on which it can arrive.
             */
            fileBy: string;
            note?: components["schemas"]["MultilineText"];
            history: components["schemas"]["ClaimEvent"][];
            submittedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description The difference between the charge and the payment: CAS of the 835. */
        ClaimAdjustment: {
            group: components["schemas"]["AdjustmentGroup"];
            /** @description Claim adjustment reason code. Its text is licensed and not included. */
            reason: components["schemas"]["MultilineText"];
            amountCents: components["schemas"]["Cents"];
        };
        /**
         * @description Days since the visit.
         * @enum {string}
         */
        ClaimAge: "0-30" | "31-60" | "61-90" | "over-90";
        ClaimEvent: {
            at: components["schemas"]["Instant"];
            state: components["schemas"]["ClaimState"];
            /**
             * @description The source of the entry.
             * @enum {string}
             */
            by: "server" | "member" | "clearinghouse" | "payer";
            /** @description Status or rejection code of X12, as the partner sent it. Its text is licensed and not included. */
            code?: string;
        };
        /** @description A fault of a claim, and what to do. */
        ClaimFinding: {
            code: components["schemas"]["ClaimFindingCode"];
            /** @enum {string} */
            severity: "error" | "warning";
            /** @description JSON Pointer into the claim. */
            pointer: string;
            /** @description In English, with the values of this claim. Elements have texts for `code` in each language. */
            message: string;
            /** @description In English. */
            remedy: string;
        };
        /**
         * @description A possible fault of a claim.
         * @enum {string}
         */
        ClaimFindingCode: "claim-stale" | "audio-not-covered" | "audio-reason-missing" | "billing-provider-missing" | "charge-zero" | "code-not-accepted" | "local-code" | "code-retired" | "consent-missing" | "correction-late" | "coverage-missing" | "coverage-not-in-force" | "diagnosis-differs" | "diagnosis-pointer-invalid" | "duplicate" | "field-characters" | "field-delimiter" | "field-inconsistent" | "field-malformed" | "field-missing" | "field-too-long" | "field-too-short" | "filing-soon" | "filing-too-late" | "license-missing" | "location-missing" | "modifier-differs" | "modifier-unknown" | "duplicate-modifier" | "duplicate-diagnosis" | "charge-unusual" | "note-not-signed" | "npi-invalid" | "original-claim-missing" | "self-pay" | "payer-unknown" | "place-of-service-differs" | "practitioner-differs" | "restricted" | "service-day-differs" | "service-differs" | "service-in-future" | "service-not-billed" | "taxonomy-invalid" | "units-differ" | "visit-not-held";
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
            /** @description Positions in `diagnosisCodes`, starting at 1. */
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
            /** @description The message as sent or received. Of a batch, only the part about this claim. */
            text: components["schemas"]["MultilineText"];
        };
        /**
         * @description X12 transaction set of a message.
         * @enum {string}
         */
        ClaimMessageKind: "837P" | "TA1" | "999" | "276" | "277" | "277CA" | "835";
        /** @description A note of billing staff about a claim. Not sent, and never changed. */
        ClaimNote: {
            id: components["schemas"]["Id"];
            claimId: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /** @description Who wrote it. */
            by: string;
            text: components["schemas"]["MultilineText"];
        };
        /** @enum {string} */
        ClaimState: "blocked" | "ready" | "sending" | "received" | "accepted" | "rejected" | "paid" | "partially-paid" | "denied" | "replaced" | "voided" | "self-pay" | "undelivered" | "written-off";
        /** @description One status of a claim at its payer. */
        ClaimStatusAtPayer: {
            meaning: components["schemas"]["ClaimStatusMeaning"];
            /** @description Category, status and entity as received, e.g. `F1:65`. */
            code: string;
        };
        /**
         * @description What a payer's status category code means (X12 code list 507).
         * @enum {string}
         */
        ClaimStatusMeaning: "received" | "pending" | "needs-information" | "paid" | "denied" | "decided" | "returned" | "not-found" | "not-answered" | "other";
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
            /** Format: int32 */
            version: number;
        };
        /** @description What the desk did about a claim and the other claims of its visit. */
        ClaimWork: {
            claimId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The amount that is open on the payer's side of the visit. */
            openCents: components["schemas"]["Cents"];
            /**
             * Format: date
             * @description The usual last day for an appeal. Absent when the payer has not decided.
             */
            appealBy?: string;
            /** @description The newest first. */
            notes: components["schemas"]["ClaimNote"][];
            appeals: components["schemas"]["Appeal"][];
            writeOffs: components["schemas"]["WriteOff"][];
        };
        /** @description A time at which the organization is closed for all of its practitioners. */
        Closure: {
            from: components["schemas"]["WallDateTime"];
            /** @description The first moment at which it is open again. */
            to: components["schemas"]["WallDateTime"];
            name: components["schemas"]["LocalizedText"][];
        };
        /** @description Holidays and other closures of the organization. FHIR: HealthcareService.notAvailable. */
        Closures: {
            /** @description The zone of the wall-clock times: that of the organization. */
            zone: components["schemas"]["Zone"];
            items: components["schemas"]["Closure"][];
            /** Format: int32 */
            version: number;
        };
        /** @description The same directions in public codes, derived from them. FHIR: Dosage. */
        CodedDirections: {
            dose: components["schemas"]["UcumAmount"];
            /** @description A route of the NCI Thesaurus, e.g. `C38288`, and its name as the FDA uses it. */
            route: {
                code: string;
                name: string;
            };
            /** @description `frequency` times in `period` days or hours. */
            timing: {
                /** Format: int32 */
                frequency: number;
                /** Format: int32 */
                period: number;
                /** @enum {string} */
                periodUnit: "d" | "h";
            };
            /**
             * Format: int32
             * @description In days.
             */
            duration?: number;
            asNeededFor?: string;
            maximum?: {
                amount: components["schemas"]["UcumAmount"];
                /** Format: int32 */
                hours: number;
            };
        };
        /**
         * @description Codes that any operation can return.
         * @enum {string}
         */
        CommonProblemCode: "audit_incomplete" | "audit_unavailable" | "authentication_required" | "body_too_deep" | "body_too_large" | "cursor_invalid" | "database_unavailable" | "forbidden" | "idempotency_key_reused" | "internal_error" | "invalid_encoding" | "invalid_json" | "invalid_request" | "method_not_allowed" | "no_treatment_relationship" | "not_found" | "overloaded" | "part_two_consent_missing" | "part_two_no_room" | "part_two_outside_consent" | "person_required" | "purpose_not_permitted" | "record_erased" | "record_replaced" | "response_invalid" | "session_ended" | "session_expired" | "step_up_required" | "stopping" | "strong_sign_in_required" | "token_expired" | "token_invalid" | "too_many_requests" | "training_expired" | "try_again" | "unsupported_media_type" | "wrong_origin" | "wrong_region";
        /** @description How a patient wants to be contacted. 45 CFR 164.522(b). */
        CommunicationPreferences: {
            patientId: components["schemas"]["Id"];
            /**
             * @description The only channel that is used.
             * @enum {string}
             */
            channel: "email" | "sms" | "none";
            /** @description An address that replaces the one in the patient's record. */
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            language: components["schemas"]["Language"];
            /** @description No notice is sent within these hours in the patient's time zone. */
            quietHours: {
                from: components["schemas"]["WallTime"];
                to: components["schemas"]["WallTime"];
            } | null;
            /** @description Kinds of notices that the patient does not want. */
            muted: components["schemas"]["NotificationKind"][];
            /**
             * @description Whether the patient receives a notice (`access`) when a member opens the record for the first time. Off by default. Absent for callers
             *     who may not choose it: staff, and proxies without the scope `record`.
             */
            tellFirstAccess?: boolean;
            /** @description This number replied STOP, which counts for every patient who uses it. Only START from the same number reverses it. */
            stopped: boolean;
            /**
             * @description The number replied START after a STOP, and other patients use it too: who wrote it is not known. Texts come back once this patient has
             *     consented to messages.
             */
            needsConsent: boolean;
            /** Format: int32 */
            version: number;
        };
        CompleteObligation: {
            /**
             * Format: date
             * @description Default: today. Not in the future.
             */
            completedOn?: string;
            evidence: string;
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
            status: "active" | "declined" | "revoked" | "superseded" | "expired";
            decidedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            decidedByKind: "patient" | "proxy" | "member";
            signedName?: string;
            revokedAt?: components["schemas"]["Instant"];
            contentHash: string;
            /** @description The visit for which the person decided. */
            appointmentId?: components["schemas"]["Id"];
            /** @description Of a granted consent of 42 CFR part 2: everything that 2.31 requires, but for the signature and its date, which are above. */
            partTwo?: components["schemas"]["PartTwoConsent"];
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
            /** @description SHA-256, hex, of the exact bytes of title and sections as canonical JSON (RFC 8785). A decision refers to it. */
            contentHash: string;
            /** @enum {string} */
            status: "published" | "superseded";
            /** @description After a material change every person must decide again; after a minor one they need not. */
            material: boolean;
            publishedAt: components["schemas"]["Instant"];
            /** @description Who reviewed the translation (45 CFR 92.201(c)(3)); absent for the original. */
            reviewedBy?: string;
        };
        /** @description The proof of a decision. Signed with Ed25519 over canonical JSON; `visitkit-server` verifies it offline. */
        ConsentEvidence: {
            consentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The exact canonical JSON that was signed. */
            statement: string;
            /** @description Base64url. */
            signature: string;
            keyId: string;
            /** @description The public key to verify it: the raw Ed25519 key as base64url. */
            publicKey: string;
        };
        /** @enum {string} */
        ConsentPurpose: "telehealth-treatment" | "recording" | "image-capture" | "interpreter-presence" | "student-observer" | "messaging" | "ai-scribe" | "financial" | "part-two-disclosure" | "part-two-counseling-notes" | "part-two-proceedings";
        /** @description Why a consent is required, and its current state for the patient. */
        ConsentRequirement: {
            purpose: components["schemas"]["ConsentPurpose"];
            /** @enum {string} */
            status: "required" | "granted" | "declined";
            /** @description Absent when granted. */
            reason?: components["schemas"]["ConsentRequirementReason"];
            /** @description The text to show, in the best available language. */
            document: components["schemas"]["ConsentDocument"];
            consentId?: components["schemas"]["Id"];
        };
        /** @enum {string} */
        ConsentRequirementReason: "first-time" | "new-version" | "revoked" | "previously-declined" | "expired" | "each-visit";
        /** @description One clause. */
        ConsentSection: {
            id: string;
            heading: string;
            /** @description Plain text; blank lines separate paragraphs. Never markup. */
            text: components["schemas"]["MultilineText"];
            /** @description Must be shown in full before a decision is valid. */
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
        /** @description A step of a visit that relied on a consent. */
        ConsentUse: {
            consentId: components["schemas"]["Id"];
            purpose: components["schemas"]["ConsentPurpose"];
            step: components["schemas"]["ConsentUseStep"];
            at: components["schemas"]["Instant"];
        };
        /** @description A visit for which a consent was used. It stays lawful after the consent is revoked. */
        ConsentUseOfVisit: {
            visitId: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            practitioner: components["schemas"]["PractitionerSummary"];
            /** @description The oldest first. */
            uses: components["schemas"]["ConsentUse"][];
        };
        /**
         * @description What relied on a consent.
         * @enum {string}
         */
        ConsentUseStep: "check-in" | "admission";
        /** @description The id of one of the sixty controls. */
        ControlId: string;
        /** @description A coverage as it should be: what is left out is not kept. */
        CorrectCoverage: {
            payerId: components["schemas"]["Id"];
            memberNumber: string;
            groupNumber?: string;
            /**
             * @description How the patient is related to the insured person. Medicare: only `self`, because each person has their own.
             * @enum {string}
             */
            relationship: "self" | "spouse" | "child" | "other";
            subscriber?: {
                name: components["schemas"]["PersonName"];
                /** Format: date */
                birthDate: string;
                /** @enum {string} */
                sex?: "female" | "male" | "other" | "unknown";
            };
            nameOnCard?: components["schemas"]["PersonName"];
            /** Format: int32 */
            order: number;
            /** @description Required for Medicare if `order` is not 1, and refused for every other coverage. */
            medicareSecondaryReason?: components["schemas"]["MedicareSecondaryReason"];
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            /** Format: int32 */
            version: number;
        };
        /** @description What is right: a value with its unit and time, or that it was entered in error. */
        CorrectVital: {
            /** @enum {string} */
            status: "corrected" | "entered-in-error";
            /**
             * Format: double
             * @description Required with `corrected`.
             */
            value?: number;
            /** @description UCUM. Default: the unit of before. */
            unit?: string;
            /** @description Default: the time of before. */
            measuredAt?: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description How many corrections the caller has read. The server answers `version_conflict` when there are more.
             */
            changes: number;
        };
        /** @description A measurement after its correction. */
        CorrectedVital: {
            noteId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description Of the measurement. It stays the same through corrections. */
            id: components["schemas"]["Id"];
            loinc: components["schemas"]["VitalSign"];
            /** Format: double */
            value: number;
            /** @description UCUM, e.g. `/min`, `mm[Hg]`, `Cel`, `kg`. Show it in the usual notation. */
            unit: string;
            /**
             * @description In a video visit most are reported by the patient.
             * @enum {string}
             */
            source: "patient-reported" | "measured" | "device";
            /** @description Default: the time of the visit. FHIR: Observation.effective. */
            measuredAt: components["schemas"]["Instant"];
            status: components["schemas"]["VitalStatus"];
            /** @description The corrections, the oldest first. */
            changes: components["schemas"]["VitalChange"][];
        };
        /**
         * @description The right of a colleague to act in a practitioner's work for a limited time: notes, orders, room, queue and calendar, and the charts of
         *     their patients. Every act under it is in the access log, with the covered practitioner. FHIR: PractitionerRole.period,
         *     Provenance.agent.onBehalfOf.
         */
        Cover: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["CoverKind"];
            /** @description The covered practitioner. */
            practitioner: {
                id: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description The colleague who acts. */
            coveredBy: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            reason: components["schemas"]["CoverReason"];
            from: components["schemas"]["Instant"];
            /** @description The end of the cover, exclusive. */
            until: components["schemas"]["Instant"];
            /** @description When it was ended early. */
            endedAt?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        CoverKind: "cover" | "hand-over" | "supervision";
        /**
         * @description Why a colleague acts for another. A closed list, so that it contains no PHI.
         * @enum {string}
         */
        CoverReason: "absent" | "on-leave" | "off-shift" | "emergency" | "workload" | "at-request" | "supervision";
        /** @description Insurance of a patient. FHIR: Coverage. */
        Coverage: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            payer: components["schemas"]["Payer"];
            memberNumber: string;
            groupNumber?: string;
            /** @enum {string} */
            relationship: "self" | "spouse" | "child" | "other";
            /** @description The insured person, when this is not the patient. */
            subscriber?: {
                name: components["schemas"]["PersonName"];
                /** Format: date */
                birthDate: string;
                /** @enum {string} */
                sex?: "female" | "male" | "other" | "unknown";
            };
            /** @description The patient's name as the card writes it, if it is not the patient's own. Payers receive it. */
            nameOnCard?: components["schemas"]["PersonName"];
            /**
             * Format: int32
             * @description Order of billing: 1 is the primary coverage.
             */
            order: number;
            /** @description Why Medicare is not the first payer. Medicare refuses a claim without it. */
            medicareSecondaryReason?: components["schemas"]["MedicareSecondaryReason"];
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            eligibility?: components["schemas"]["Eligibility"];
            /** Format: int32 */
            version: number;
        };
        /** @description The pictures of a patient's insurance card: at most one of each side. */
        CoverageCard: {
            patientId: components["schemas"]["Id"];
            sides: {
                /** @description Of the picture: another one after it was replaced. */
                pictureId: components["schemas"]["Id"];
                side: components["schemas"]["CardSide"];
                /** @enum {string} */
                mediaType: "image/jpeg" | "image/png" | "image/webp";
                /** Format: int32 */
                bytes: number;
                addedAt: components["schemas"]["Instant"];
            }[];
        };
        CreateCareTeam: {
            name: string;
            memberIds: components["schemas"]["Id"][];
            practitionerIds?: components["schemas"]["Id"][];
        };
        CreateFavorite: {
            /** @description Unique among the caller's favorites, ignoring case and spaces. No patient data. */
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
            noteToPharmacist?: components["schemas"]["MultilineText"];
        };
        CreateMember: {
            displayName: string;
            email?: components["schemas"]["Email"];
            roles: components["schemas"]["Role"][];
        };
        CreateObligation: {
            kind: components["schemas"]["ObligationKind"];
            title: string;
            /**
             * Format: int32
             * @description Default: as in the policy for this kind. A longer time than that is refused.
             */
            everyDays?: number;
            ownerId?: components["schemas"]["Id"];
            /**
             * Format: date
             * @description When it was last done before Visitkit. Without it, the obligation is due today.
             */
            lastCompletedOn?: string;
        };
        CreatePatient: {
            name: components["schemas"]["PersonName"];
            otherNames?: components["schemas"]["OtherName"][];
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            sex?: "female" | "male" | "other" | "unknown";
            email?: components["schemas"]["Email"];
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
            /** @description The official name, for claims, orders and prescriptions. Without it, its parts are those of `displayName`. */
            name?: components["schemas"]["PractitionerName"];
            otherNames?: components["schemas"]["PractitionerOtherName"][];
            title: components["schemas"]["LocalizedText"][];
            specialties: string[];
            languages: components["schemas"]["Language"][];
            zone: components["schemas"]["Zone"];
            licenses: components["schemas"]["License"][];
            profession?: components["schemas"]["Profession"];
            npi?: string;
        };
        CreateProxy: {
            displayName: string;
            /** @enum {string} */
            relationship: "parent" | "guardian" | "caregiver" | "spouse" | "child" | "other";
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            scope: components["schemas"]["ProxyScope"][];
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
        };
        CreateResource: {
            kind: components["schemas"]["ResourceKind"];
            name: string;
            /** @description The languages of an interpreter: at least one. Empty for rooms and equipment. */
            languages?: components["schemas"]["Language"][];
            zone: components["schemas"]["Zone"];
            weekly: components["schemas"]["ResourceWindow"][];
        };
        CreateRisk: {
            asset: string;
            threat: string;
            /** Format: int32 */
            likelihood: number;
            /** Format: int32 */
            impact: number;
            treatment: components["schemas"]["RiskTreatment"];
            plan?: string;
            controls?: components["schemas"]["ControlId"][];
            ownerId?: components["schemas"]["Id"];
        };
        CreateTrainingCourse: {
            title: string;
            /** Format: int32 */
            validDays?: number;
            roles: components["schemas"]["Role"][];
            /** @description Default: false. */
            stopsAccess?: boolean;
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
            /** @description What the visit takes in addition to its practitioner. Default: nothing. */
            resources?: components["schemas"]["ResourceNeed"][];
            /** @description Further practitioners who take part. Default: none. */
            additionalPractitioners?: components["schemas"]["PractitionerNeed"][];
            /**
             * Format: int32
             * @description How many patients take part in one visit: more than one for a group. Default: one.
             */
            capacity?: number;
            onDemand?: boolean;
            /** @default instant */
            bookingMode?: components["schemas"]["BookingMode"];
            /** @description Default: none. */
            sensitivity?: components["schemas"]["VisitSensitivity"];
        };
        /** @description An invitation with its code, which is returned only once. */
        CreatedInvitation: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["InvitationKind"];
            /** @description The member who is invited; null unless the kind is `member`. */
            memberId: components["schemas"]["Id"] | null;
            /** @description The patient who is invited, or for whom a proxy is invited; null for a member. */
            patientId: components["schemas"]["Id"] | null;
            /** @description The proxy right that is offered; null unless the kind is `proxy`. */
            proxyId: components["schemas"]["Id"] | null;
            status: components["schemas"]["InvitationStatus"];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description The code, for the invited person only: `7K3M9-QXT4W-ZR8NB-H2CVD`. Case, spaces and hyphens are ignored when it is entered. */
            secret: string;
        };
        /** @description A new proxy right, with its invitation. */
        CreatedProxy: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            displayName: string;
            /** @enum {string} */
            relationship: "parent" | "guardian" | "caregiver" | "spouse" | "child" | "other";
            /** @description The email address for messages about the patient. Visible to the proxy, the patient and staff, but not to other proxies of the patient. */
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            scope: components["schemas"]["ProxyScope"][];
            /** Format: date */
            from: string;
            /** @description Last day. For a parent, the day before the patient becomes an adult. */
            to: string | null;
            status: components["schemas"]["ProxyStatus"];
            invitation: components["schemas"]["CreatedProxyInvitation"];
        };
        /** @description The invitation to a new proxy right. */
        CreatedProxyInvitation: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["InvitationKind"];
            /** @description The member who is invited; null unless the kind is `member`. */
            memberId: components["schemas"]["Id"] | null;
            /** @description The patient who is invited, or for whom a proxy is invited; null for a member. */
            patientId: components["schemas"]["Id"] | null;
            /** @description The proxy right that is offered; null unless the kind is `proxy`. */
            proxyId: components["schemas"]["Id"] | null;
            status: components["schemas"]["InvitationStatus"];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description The code, as in `CreatedInvitation`. Absent in the response to a retry with the same idempotency key. */
            secret?: string;
        };
        /** @description An invitation with its code, which is returned only once. */
        CreatedVisitGuest: {
            id: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description As the person who invited them wrote it. */
            name: string;
            /** @description As the guest wrote it with the code. Absent until then. */
            ownName?: string;
            kind: components["schemas"]["GuestKind"];
            status: components["schemas"]["GuestStatus"];
            /** @description The name of the person who invited them. */
            invitedBy: string;
            /** @description Whether the patient, or a person who acts for the patient, invited them. Otherwise the clinic did. */
            invitedByPatient: boolean;
            /** @description From when the code is accepted, and until when. */
            opensAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
            /** @description The code, for the guest only: `7K3M9-QXT4W-ZR8NB-H2CVD`. Case, spaces and hyphens are ignored when it is entered. */
            secret: string;
        };
        /** @description The escalation of a critical value. */
        CriticalValue: {
            raisedAt: components["schemas"]["Instant"];
            /** @description The deadline to acknowledge it. */
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
        /**
         * @description A part of the day by the start of the visit, in the practitioner's zone.
         * @enum {string}
         */
        DayPart: "morning" | "afternoon" | "evening";
        DecideConsent: {
            documentId: components["schemas"]["Id"];
            /** Format: int32 */
            version: number;
            language: components["schemas"]["Language"];
            /** @enum {string} */
            decision: "granted" | "declined";
            /** @description Required to grant. */
            signature?: components["schemas"]["ConsentSignature"];
            /** @description The hash of the text that was shown. */
            contentHash: string;
            /** @description The codes of the sections that were shown in full. */
            sectionsSeen: string[];
            zone: components["schemas"]["Zone"];
            /** @description The visit for which the person decides. Where the law asks for consent at each visit, it serves this one only. */
            appointmentId?: components["schemas"]["Id"];
            /** @description What the person chooses. Required to grant a consent of 42 CFR part 2, and refused with any other. */
            partTwo?: components["schemas"]["PartTwoTerms"];
        };
        DeclineAppointment: {
            reason: components["schemas"]["DeclineReason"];
        };
        /**
         * @description Why a clinic declines a request.
         * @enum {string}
         */
        DeclineReason: "practitioner-unavailable" | "not-suitable" | "other";
        /** @description One notice to a patient, sent or not sent, with the reason. Contains no text: templates cannot contain PHI. */
        Delivery: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /**
             * @description The recipient: the patient, or the patient's proxies.
             * @enum {string}
             */
            audience: "patient" | "proxies";
            kind: components["schemas"]["NotificationKind"];
            template: components["schemas"]["NoticeTemplate"];
            /** @description What the notice is about. Its link opens it. */
            subject: {
                kind: components["schemas"]["NoticeSubjectKind"];
                id: string;
            };
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            status: "queued" | "deferred" | "sent" | "delivered" | "failed" | "suppressed";
            reason?: components["schemas"]["DeliveryReason"];
            /** @description The partner's own response code. For the operator of the server. */
            partnerCode?: string;
            createdAt: components["schemas"]["Instant"];
            sentAt?: components["schemas"]["Instant"];
            settledAt?: components["schemas"]["Instant"];
        };
        /**
         * @description Why a notice was not sent or not delivered.
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
            /** @description What `connection` rests on. Absent while it is not measured. */
            network?: components["schemas"]["NetworkMeasurement"];
            supported: boolean;
        };
        DiagnosisCode: {
            /** @description ICD-10-CM with the dot. */
            code: string;
            display: string;
            match: {
                by: components["schemas"]["DiagnosisMatchKind"];
                /** @description The synonym, or the words in the spelling that was found. */
                term?: string;
            };
        };
        /**
         * @description Why a search found a code.
         * @enum {string}
         */
        DiagnosisMatchKind: "code" | "words" | "synonym" | "spelling";
        /**
         * @description What a person seems to look for instead of a diagnosis.
         * @enum {string}
         */
        DiagnosisSearchHint: "service-code";
        /** @description How to take a medication. FHIR: Dosage. */
        Directions: {
            /** Format: double */
            dose: number;
            doseUnit: components["schemas"]["DoseUnit"];
            route: components["schemas"]["MedicationRoute"];
            /** @description Times a day, or hours between doses. */
            timing: {
                /** Format: int32 */
                timesPerDay: number;
            } | {
                /** Format: int32 */
                everyHours: number;
            };
            /**
             * Format: int32
             * @description Whole days. Absent: until it is stopped.
             */
            days?: number;
            /** @description Take as needed, and the indication. */
            asNeededFor?: string;
            /** @description The most that may be taken in a number of hours, in the unit of the dose: 8 tablets in 24 hours. */
            maximum?: {
                /** Format: double */
                dose: number;
                /** Format: int32 */
                hours: number;
            };
            /** @description Additional instructions, e.g. `with food`. */
            note?: components["schemas"]["MultilineText"];
        };
        /**
         * @description What the server sent.
         * @enum {string}
         */
        DisclosedContent: "lab-order" | "prescription" | "claim" | "coverage" | "payment" | "update" | "notice" | "record-copy" | "appointment" | "unlisted";
        /** @description A disclosure that staff recorded: by telephone, on paper, to a court. It is corrected, and never deleted. FHIR: AuditEvent. */
        Disclosure: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /**
             * Format: date
             * @description The day of the disclosure.
             */
            on: string;
            purpose: components["schemas"]["RecordedDisclosurePurpose"];
            isCounted: boolean;
            recipient: components["schemas"]["DisclosureRecipient"];
            /** @description A brief description of what was disclosed. */
            what: components["schemas"]["MultilineText"];
            recordedAt: components["schemas"]["Instant"];
            /** @description Null when the name is no longer known. */
            recordedBy: string | null;
            /** @description It never happened, or belongs to another patient. No accounting has it. */
            isInError: boolean;
            /** @description While it runs, the patient does not read of the disclosure. */
            suspension?: {
                /**
                 * Format: date
                 * @description The last day.
                 */
                until: string;
                statement: components["schemas"]["SuspensionStatement"];
                /** @description The agency or official who asked for it. */
                official: string;
                at: components["schemas"]["Instant"];
                /** @description Null when the name is no longer known. */
                by: string | null;
            };
            /** @description What it said before, the latest first. */
            corrections: {
                at: components["schemas"]["Instant"];
                /** @description Null when the name is no longer known. */
                by: string | null;
                reason: components["schemas"]["MultilineText"];
                /** Format: date */
                on: string;
                purpose: components["schemas"]["RecordedDisclosurePurpose"];
                recipient: components["schemas"]["DisclosureRecipient"];
                what: components["schemas"]["MultilineText"];
                isInError: boolean;
            }[];
            /** Format: int32 */
            version: number;
        };
        /** @description An accounting of disclosures of a patient's information in a period. */
        DisclosureAccounting: {
            patientId: components["schemas"]["Id"];
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description The last day.
             */
            to: string;
            /** @description The latest first. */
            items: components["schemas"]["AccountedDisclosure"][];
        };
        /**
         * @description Why information left the clinic, in an accounting.
         * @enum {string}
         */
        DisclosurePurpose: "required-by-law" | "public-health" | "abuse-or-neglect" | "health-oversight" | "court" | "law-enforcement" | "coroner" | "organ-donation" | "research" | "serious-threat" | "government" | "workers-compensation" | "not-allowed" | "treatment" | "payment" | "operations" | "to-patient" | "authorization" | "involved-in-care" | "national-security" | "custody" | "limited-data-set" | "unlisted";
        DisclosureRecipient: {
            name: string;
            /** @description If it is known. */
            address?: components["schemas"]["MultilineText"];
        };
        /**
         * @description To what kind of recipient the server sent it.
         * @enum {string}
         */
        DisclosureRecipientKind: "laboratory" | "pharmacy" | "payer" | "payment-processor" | "connected-system" | "patient" | "staff" | "named" | "unlisted";
        /**
         * @description The unit of a dose or a quantity.
         * @enum {string}
         */
        DoseUnit: "tablet" | "capsule" | "mL" | "g" | "mg" | "unit" | "puff" | "spray" | "drop" | "patch" | "application" | "suppository" | "sachet" | "dose" | "inhaler" | "spray-bottle";
        DowntimeDay: {
            /** Format: date */
            date: string;
            /** @description By time. */
            visits: components["schemas"]["DowntimeVisit"][];
        };
        /** @description The visits of today and tomorrow, in the zone of the organization. */
        DowntimeList: {
            organizationName: string;
            zone: components["schemas"]["Zone"];
            madeAt: components["schemas"]["Instant"];
            days: components["schemas"]["DowntimeDay"][];
        };
        /** @description A visit as the front desk needs it to receive the patient, and no more. */
        DowntimeVisit: {
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            start: components["schemas"]["Instant"];
            /** @description Absent if the record is erased. */
            patientName?: string;
            /** Format: date */
            birthDate?: string;
            phone?: components["schemas"]["Phone"];
            practitionerName: string;
            /** @description The first words of what the patient wrote at booking. */
            reason?: string;
            language?: components["schemas"]["Language"];
            interpreterLanguage?: components["schemas"]["Language"];
        };
        DraftField: {
            /** @description Of the element that writes it, e.g. `subject`. */
            name: string;
            text: components["schemas"]["MultilineText"];
        };
        /**
         * @description What the text becomes when it is sent.
         * @enum {string}
         */
        DraftPlace: "new-thread" | "message" | "visit-message" | "addendum" | "appeal" | "claim-note" | "claim-task" | "write-off" | "lab-review" | "refill-answer" | "emergency-access" | "emergency-review" | "booking-reason" | "survey" | "text-macro" | "order-set" | "new-visit-reason" | "override-reason" | "compliance" | "closure" | "other-hours" | "access-question" | "access-answer" | "access-case";
        /**
         * @description What a source of drug knowledge says.
         * @enum {string}
         */
        DrugKnowledgeKind: "ingredients" | "classes" | "labels" | "rules";
        /** @description Where the knowledge of a check comes from. */
        DrugKnowledgeSource: {
            covers: components["schemas"]["DrugKnowledgeKind"];
            name: string;
            /**
             * Format: date
             * @description The day of the release. Absent if the source has none.
             */
            release?: string;
            /** @description True: a small rule set for demonstrations, which is no clinical knowledge. */
            isDemonstration: boolean;
        };
        /** @description Sections of a published label of a medication, for a clinician to read. Nothing is concluded from them. */
        DrugLabel: {
            /** @description DailyMed's id of the label. */
            setId: string;
            name: string;
            /** Format: date */
            effectiveDate: string;
            /** @description Whether DailyMed's index names no later version. Absent if no index is imported. */
            isLatest?: boolean;
            /** @description The whole label at DailyMed. */
            url: string;
            source: components["schemas"]["DrugKnowledgeSource"];
            /** @description In the order in which they are read. `isCut`: the text continues in the whole label. */
            sections: {
                section: components["schemas"]["DrugLabelSection"];
                text: string;
                isCut: boolean;
            }[];
        };
        /** @enum {string} */
        DrugLabelSection: "boxed-warning" | "contraindications" | "drug-interactions" | "pregnancy";
        /** @description A record whose time is over. A person decides what becomes of it. */
        DueRecord: {
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            /**
             * Format: date
             * @description The last day on which a person did something in the record.
             */
            lastActiveOn: string;
            /**
             * Format: date
             * @description The last day on which it has to be kept.
             */
            keptUntil: string;
            /** @description A legal hold is in force: it is not erased. */
            isHeld: boolean;
        };
        /** @description A payer's response about a coverage. FHIR: CoverageEligibilityResponse. */
        Eligibility: {
            id: components["schemas"]["Id"];
            coverageId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /**
             * @description `held`: a response arrived that is not used. It says nothing about the person.
             * @enum {string}
             */
            status: "pending" | "active" | "inactive" | "unknown-member" | "no-response" | "held";
            copayCents?: components["schemas"]["Cents"];
            deductibleRemainingCents?: components["schemas"]["Cents"];
            /** Format: double */
            coinsurancePercent?: number;
            /**
             * @description The network to which the response applies. `unknown`: both networks, so that our contract decides which is ours. The amounts are never
             *     those for `out`.
             * @enum {string}
             */
            network?: "in" | "out" | "unknown";
            /** @description Why the payer rejected the request or a part of it, in the payer's order. Absent when there is no rejection, or no response in time. */
            refusals?: components["schemas"]["EligibilityRefusal"][];
            /** @description Why the response is not used. Present exactly when the status is `held`. Ask again, or call the payer. */
            heldFor?: components["schemas"]["EligibilityHoldReason"];
            requestedAt: components["schemas"]["Instant"];
            respondedAt?: components["schemas"]["Instant"];
        };
        /**
         * @description The follow-up action that a payer allows.
         * @enum {string}
         */
        EligibilityFollowUp: "correct-and-resubmit" | "resubmit" | "resubmit-in-10-days" | "resubmit-in-30-days" | "do-not-resubmit" | "inquiry-initiated" | "response-follows";
        /**
         * @description Why a response to an eligibility request is not used. Nothing of it is shown: it may be about another person.
         * @enum {string}
         */
        EligibilityHoldReason: "usage-differs" | "sender-differs" | "receiver-differs" | "inquiry-differs" | "payer-differs" | "provider-differs" | "patient-differs" | "contradictory" | "unreadable";
        /** @description Why a payer rejected an eligibility request, and what to do. FHIR: CoverageEligibilityResponse.error. */
        EligibilityRefusal: {
            /** @description AAA03 of the 271 as received, e.g. `72`. Its text is licensed and not included. */
            code: string;
            /** @description What to check first. */
            about: components["schemas"]["EligibilityRefusalAbout"];
            /** @description The follow-up action that the payer allows (AAA04). Absent when the payer gave none. */
            followUp?: components["schemas"]["EligibilityFollowUp"];
            /** @description In English. Elements have texts for `about` and `followUp` in each language. */
            remedy: string;
        };
        /**
         * @description What to check first when a payer rejected an eligibility request.
         * @enum {string}
         */
        EligibilityRefusalAbout: "member-number" | "birth-date" | "name" | "sex" | "insured-person" | "payer" | "clinic" | "later" | "other";
        /**
         * Format: email
         * @description One e-mail address, e.g. `pat@portal.example`.
         */
        Email: string;
        /** @description The right of one member to read one patient's chart for a short time. FHIR: AuditEvent, purpose of use `BTG`. */
        EmergencyAccess: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            openedBy: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            reason: components["schemas"]["EmergencyReason"];
            from: components["schemas"]["Instant"];
            /** @description The end, exclusive. */
            until: components["schemas"]["Instant"];
            /** @description When it was ended early. */
            endedAt?: components["schemas"]["Instant"];
        };
        /** @description An emergency access with what its review needs. */
        EmergencyAccessReport: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            openedBy: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            reason: components["schemas"]["EmergencyReason"];
            from: components["schemas"]["Instant"];
            /** @description The end, exclusive. */
            until: components["schemas"]["Instant"];
            /** @description When it was ended early. */
            endedAt?: components["schemas"]["Instant"];
            /** @description Null when the patient's record was erased. */
            patientName: string | null;
            /** @description What the member wrote when they opened the chart. Null when the patient's record was erased. */
            text: string | null;
            /** @description When the review is due. */
            reviewBy: components["schemas"]["Instant"];
            /** @description When it was not reviewed in time, and administrators see it. */
            escalatedAt?: components["schemas"]["Instant"];
            review?: {
                outcome: components["schemas"]["EmergencyOutcome"];
                /** @description Null when there is none, or the patient's record was erased. */
                note: string | null;
                reviewedBy: {
                    memberId: components["schemas"]["Id"];
                    displayName: string;
                };
                reviewedAt: components["schemas"]["Instant"];
            };
            /** Format: int32 */
            version: number;
        };
        /** @description That a visit began in an emergency without the consent. */
        EmergencyAdmission: {
            reason: components["schemas"]["EmergencyAdmissionReason"];
            at: components["schemas"]["Instant"];
        };
        /**
         * @description Why a visit began without the consent. A closed list: the patient reads it, in plain words.
         * @enum {string}
         */
        EmergencyAdmissionReason: "cannot-decide" | "delay-would-endanger" | "nobody-to-decide";
        /** @description An admission in an emergency, with what its review needs. */
        EmergencyAdmissionReport: {
            id: components["schemas"]["Id"];
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description Null when the patient's record was erased. */
            patientName: string | null;
            admittedBy: {
                memberId: components["schemas"]["Id"];
                /** @description Null when the name is no longer known. */
                displayName: string | null;
            };
            reason: components["schemas"]["EmergencyAdmissionReason"];
            /** @description The patient had declined or revoked the consent before. */
            refusedBefore: boolean;
            admittedAt: components["schemas"]["Instant"];
            /** @description What the practitioner wrote. Null when the patient's record was erased. */
            text: string | null;
            review?: {
                outcome: components["schemas"]["EmergencyOutcome"];
                /** @description Null when there is none, or the patient's record was erased. */
                note: string | null;
                reviewedBy: {
                    memberId: components["schemas"]["Id"];
                    displayName: string | null;
                };
                reviewedAt: components["schemas"]["Instant"];
            };
            /** Format: int32 */
            version: number;
        };
        EmergencyContact: {
            name: string;
            phone: components["schemas"]["Phone"];
        };
        /**
         * @description What a privacy officer decided.
         * @enum {string}
         */
        EmergencyOutcome: "appropriate" | "not-appropriate" | "more-information";
        /**
         * @description Why a chart was opened in an emergency. A closed list: the patient reads it, in plain words.
         * @enum {string}
         */
        EmergencyReason: "life-at-risk" | "cannot-answer" | "nobody-reachable" | "danger-to-others";
        /** @description An answer that requires immediate attention: the form stops and shows emergency contacts, and the clinic is notified. */
        EmergencyRule: {
            linkId: string;
            /** @enum {string} */
            operator: "=" | ">=";
            answer: components["schemas"]["AnswerValue"];
            code: components["schemas"]["IntakeAlert"];
        };
        /** @description The question is shown only when this condition is true. */
        EnableWhen: {
            question: components["schemas"]["MultilineText"];
            /** @enum {string} */
            operator: "exists" | "=" | "!=" | ">" | "<" | ">=" | "<=";
            answer: components["schemas"]["AnswerValue"];
        };
        EndSelfPay: {
            /** @description How the patient asked. Required of a member; the patient and a proxy ask by calling. */
            asked?: components["schemas"]["RestrictionEndRequest"];
        };
        EndVisit: {
            outcome: components["schemas"]["VisitOutcome"];
        };
        /**
         * @description Why a record was erased.
         * @enum {string}
         */
        ErasureBasis: "retention-ended" | "state-law";
        /** @enum {string} */
        ErasureStatus: "approved" | "erased";
        /**
         * @description Who is notified of a critical value.
         * @enum {string}
         */
        EscalationRole: "patient" | "proxy" | "practitioner" | "nurse" | "front-desk" | "biller" | "interpreter" | "privacy-officer" | "auditor" | "administrator" | "service" | "ordering-practitioner" | "covering-practitioner";
        /** @description A good faith estimate for a patient without coverage. 45 CFR 149.610. */
        Estimate: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            appointmentId?: components["schemas"]["Id"];
            /** @enum {string} */
            status: "due" | "issued" | "replaced";
            /** @description The deadline to deliver it to the patient. */
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
             * @description The server, or a member.
             * @enum {string}
             */
            issuedBy?: "server" | "member";
            /** @description Why the server cannot issue it, while it is due. */
            missing: components["schemas"]["EstimateGap"][];
            /** Format: date */
            validUntil?: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the server lacks to issue an estimate automatically.
         * @enum {string}
         */
        EstimateGap: "no-appointment" | "no-usual-service" | "no-price" | "provider-missing" | "npi-missing" | "state-missing" | "manual";
        /**
         * @description The reason for an estimate.
         * @enum {string}
         */
        EstimateReason: "scheduled" | "requested" | "changed";
        /**
         * @description An ethnicity, as code of CDC or HL7 null flavor. FHIR: us-core-ethnicity, `ombCategory`.
         * @enum {string}
         */
        EthnicityCategory: "2135-2" | "2186-5" | "UNK" | "ASKU";
        /** @description An appointment today without a check-in. */
        ExpectedAppointment: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The patient. For members only. */
            patient?: components["schemas"]["PatientSummary"];
            practitioner: components["schemas"]["PractitionerSummary"];
            /** @description Of a patient who needed an interpreter when it was booked, without one. Kept when the visit moves. */
            missingInterpreter?: components["schemas"]["MissingInterpreter"];
            /** @description The rooms, interpreters and devices that it takes. Absent: none. */
            resources?: components["schemas"]["TakenResource"][];
            /** @description Further practitioners who take part. Absent: none. */
            additionalPractitioners?: components["schemas"]["PractitionerSummary"][];
            /** @description The series that it was booked with. */
            seriesId?: components["schemas"]["Id"];
            visitTypeId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            specialty: string;
            modality: components["schemas"]["Modality"];
            requiredConsents: components["schemas"]["ConsentPurpose"][];
            questionnaires: string[];
            /** @description A moment: when the rules of a zone change, it stays, and the wall clock of that zone shows another time. */
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            status: components["schemas"]["AppointmentStatus"];
            reason?: components["schemas"]["MultilineText"];
            language?: components["schemas"]["Language"];
            /** @description Present if staff booked it outside the rules. For members only. */
            override?: components["schemas"]["RuleOverride"];
            /** @description Kept current while the appointment is booked. */
            support: components["schemas"]["AppointmentSupport"];
            /**
             * @description The latest time at which the patient may cancel or reschedule: before the notice, or just after booking. The start, if the appointment
             *     is not supported.
             */
            changeableUntil: components["schemas"]["Instant"];
            /** @description Of a requested appointment: when it is declined if the clinic has not answered. */
            answerBy?: components["schemas"]["Instant"];
            /** @description When check-in opens. */
            checkInFrom: components["schemas"]["Instant"];
            /** @description Of the visit type when it was booked. Absent: none. */
            sensitivity?: components["schemas"]["VisitSensitivity"];
            /** @description Whether a minor booked it who may consent to it without a parent, by the law of their state. Proxies need the scope `sensitive`. */
            consentedByMinor?: boolean;
            /** Format: int32 */
            version: number;
            /** @description Alerts from the intake answers. */
            alerts: components["schemas"]["IntakeAlert"][];
        };
        /** @description What one person reached of one patient, in a time. */
        Exposure: {
            patientId: components["schemas"]["Id"];
            /** @description The first and the last access. */
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /** @description Which data, and how often. Refused accesses are not counted. */
            data: {
                entity: components["schemas"]["AuditedEntity"];
                action: components["schemas"]["AuditAction"];
                /** Format: int32 */
                accesses: number;
            }[];
        };
        /**
         * @description How a line, or a whole payment, was resolved outside Visitkit.
         * @enum {string}
         */
        ExternalResolution: "other-system" | "payer-corrected" | "returned" | "not-ours" | "no-money";
        /** @description One faulty property of a request. Never contains the value that was sent. */
        FaultyProperty: {
            /** @description JSON Pointer into the body, or `query:name`, `path:name`, `header:name`. */
            pointer: string;
            /**
             * @description The fault, for programs: a keyword of JSON Schema, e.g. `required`, or a code of the operation. An element shows the property and the
             *     text of the problem.
             */
            code: string;
            /** @description A sentence that describes the expected value. */
            message: string;
        };
        /** @description A prescription that a prescriber saved under a name to use it again. It belongs to one practitioner and contains no patient data. */
        FavoritePrescription: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description The current data of the medication; the last known data when it can no longer be prescribed. */
            medication: components["schemas"]["Medication"];
            directions: components["schemas"]["Directions"];
            /** @description The directions as text. */
            directionsText: components["schemas"]["LocalizedText"][];
            /** Format: double */
            quantity: number;
            /** Format: int32 */
            daysSupply: number;
            /** Format: int32 */
            refills: number;
            substitutionAllowed: boolean;
            noteToPharmacist?: components["schemas"]["MultilineText"];
            /**
             * @description The code of the refusal when it cannot be prescribed now. Absent when it can.
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
            /** @description Codes of the visit types for which this service is usual. The server makes an estimate from the usual services, one unit of each. */
            usualFor?: string[];
        };
        /** @description Something that is due or overdue. It disappears when it is done, and in no other way. */
        Finding: {
            kind: components["schemas"]["FindingKind"];
            status: components["schemas"]["FindingStatus"];
            /** Format: date */
            dueOn: string;
            /** @description For obligations, and for what no obligation exists of. */
            obligationKind?: components["schemas"]["ObligationKind"];
            /** @description The name of the obligation, course or risk, or of the video vendor. Absent for an incident, which may name people. */
            title?: string;
            /** @description The member whom it is about. */
            member?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description For a notice of an incident. */
            recipient?: components["schemas"]["IncidentRecipient"];
            /** @description The obligation, course, risk, incident or member. Absent for what does not exist. */
            subjectId?: components["schemas"]["Id"];
        };
        /** @enum {string} */
        FindingKind: "nothing-recorded" | "obligation" | "no-owner" | "training" | "access-review" | "risk-review" | "incident-notice" | "incident-assessment" | "recording-account";
        /** @enum {string} */
        FindingStatus: "soon" | "overdue";
        FurtherName: string;
        /**
         * @description A gender identity, as code of SNOMED CT, HL7 null flavor or data-absent-reason. FHIR: us-core-genderIdentity.
         * @enum {string}
         */
        GenderIdentity: "446141000124107" | "446151000124109" | "33791000087105" | "OTH" | "unknown" | "asked-declined";
        /** @enum {string} */
        GuestKind: "interpreter" | "family" | "caregiver" | "other";
        /** @enum {string} */
        GuestStatus: "invited" | "waiting" | "admitted" | "withdrawn" | "refused" | "removed" | "expired" | "ended";
        /** @description What a guest knows of the visit. */
        GuestVisit: {
            guestId: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description As the guest wrote it. */
            name: string;
            kind: components["schemas"]["GuestKind"];
            status: components["schemas"]["GuestStatus"];
            invitedBy: string;
            clinicName: string;
            practitionerName: string;
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            /** @description Null before the patient has checked in. */
            visitId: components["schemas"]["Id"] | null;
            visitStatus: components["schemas"]["VisitStatus"] | null;
            /** @description The call was stopped for everyone, and may go on. The guest does not learn why. */
            stopped: boolean;
            /** @description Who is in the room. Empty until the guest is admitted. */
            participants: {
                seatId: components["schemas"]["Id"];
                role: components["schemas"]["SeatRole"];
                /** @description Null for a person who acts for the patient. */
                name: string | null;
            }[];
        };
        HandOver: {
            /** @description The colleague: a member of the organization. */
            toMemberId: components["schemas"]["Id"];
            /**
             * @description Default `hand-over`.
             * @enum {string}
             */
            kind?: "hand-over" | "supervision";
            reason: components["schemas"]["CoverReason"];
            /** @description Default: now. */
            from?: components["schemas"]["Instant"];
            /** @description At most the policy's number of days after `from`. Default 90. */
            until: components["schemas"]["Instant"];
        };
        /** @description A held line with its payment. */
        HeldLine: {
            id: components["schemas"]["Id"];
            /** @description Absent when it matches no claim. */
            claimId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            claimNumber: string;
            /** @enum {string} */
            kind: "payment" | "reversal" | "denial";
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            /** @description Posted, automatically or by a person. */
            posted: boolean;
            /** @description Why it is held, or was held before a person resolved it. */
            holdReason?: components["schemas"]["HoldReason"];
            /**
             * @description How a person resolved it. Absent while it is held.
             * @enum {string}
             */
            resolution?: "matched" | "external";
            externalResolution?: components["schemas"]["ExternalResolution"];
            resolvedAt?: components["schemas"]["Instant"];
            remittanceId: components["schemas"]["Id"];
            /** @description The whole payment does not balance: its lines are resolved together. */
            unbalancedPayment: boolean;
            payerName: string;
            /** @description Check or EFT number. */
            traceNumber: string;
            /** Format: date */
            paidOn: string;
        };
        /** @description The payer's data of a line, and the claims that may match it. */
        HeldLineDetail: {
            id: components["schemas"]["Id"];
            /** @description Absent when it matches no claim. */
            claimId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            claimNumber: string;
            /** @enum {string} */
            kind: "payment" | "reversal" | "denial";
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            /** @description Posted, automatically or by a person. */
            posted: boolean;
            /** @description Why it is held, or was held before a person resolved it. */
            holdReason?: components["schemas"]["HoldReason"];
            /**
             * @description How a person resolved it. Absent while it is held.
             * @enum {string}
             */
            resolution?: "matched" | "external";
            externalResolution?: components["schemas"]["ExternalResolution"];
            resolvedAt?: components["schemas"]["Instant"];
            remittanceId: components["schemas"]["Id"];
            /** @description The whole payment does not balance: its lines are resolved together. */
            unbalancedPayment: boolean;
            payerName: string;
            /** @description Check or EFT number. */
            traceNumber: string;
            /** Format: date */
            paidOn: string;
            /** @description Absent for a line from before the server kept it. */
            origin?: components["schemas"]["PaymentOrigin"];
            /** @description Of an unreadable line: the tag of the segment, e.g. `SVC`. */
            segment?: string;
            /** @description The payer to which the claim was forwarded, as the payer names it: its name, or its id. */
            forwardedTo?: string;
            /** @description The payer's number for the claim. */
            payerClaimNumber?: string;
            /** @description Absent when the payer names no patient. */
            payerPatient?: components["schemas"]["PayerPatient"];
            services: {
                code: string;
                /** Format: date */
                serviceDate?: string;
                chargeCents: components["schemas"]["Cents"];
                paidCents: components["schemas"]["Cents"];
            }[];
            /**
             * @description Claims that were sent: first those with the payer's claim number, then those with the same charge and dates, otherwise the latest. With
             *     `number`, only the claim with that number.
             */
            candidates: components["schemas"]["ClaimSummary"][];
        };
        /** @description A text or a report of a vendor that was not applied. FHIR: Communication. */
        HeldPartnerMessage: {
            id: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
            kind: components["schemas"]["PartnerMessageKind"];
            reason: components["schemas"]["PartnerHoldReason"];
            /** @description It has a word of an emergency. Such texts are the first of the list. */
            urgent: boolean;
            /** @description Absent unless exactly one patient receives texts at this number. */
            patientId?: components["schemas"]["Id"];
        };
        /** @description What it says, and its text as it came. */
        HeldPartnerMessageDetail: {
            id: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
            kind: components["schemas"]["PartnerMessageKind"];
            reason: components["schemas"]["PartnerHoldReason"];
            /** @description It has a word of an emergency. Such texts are the first of the list. */
            urgent: boolean;
            /** @description Absent unless exactly one patient receives texts at this number. */
            patientId?: components["schemas"]["Id"];
            /** @description The number from which a person wrote. */
            from?: string;
            /** @description What a person wrote. Absent for a report, and for a message without words. */
            text?: string;
            /**
             * Format: int32
             * @description The number of pictures or other files, which are not fetched from the vendor.
             */
            files: number;
            /** @description The patients who receive texts at this number. */
            patients: components["schemas"]["PatientSummary"][];
            /** @description The JSON as it came; characters that are no text are shown as such. */
            original: string;
        };
        /** @description A message of a pharmacy that was not applied. FHIR: Communication. */
        HeldPharmacyMessage: {
            id: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
            reason: components["schemas"]["PharmacyHoldReason"];
            kind: components["schemas"]["PharmacyMessageKind"];
            /** @description Who sent it, as the message says. Absent if it cannot be read. */
            sender?: {
                /** @enum {string} */
                kind: "pharmacy" | "network" | "other";
                id: string;
            };
            /** @description The prescription that it names, and its patient. Absent if it names none of this organization. */
            prescriptionId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
        };
        /** @description What a message says about persons and medicines, and its text. */
        HeldPharmacyMessageDetail: {
            id: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
            reason: components["schemas"]["PharmacyHoldReason"];
            kind: components["schemas"]["PharmacyMessageKind"];
            /** @description Who sent it, as the message says. Absent if it cannot be read. */
            sender?: {
                /** @enum {string} */
                kind: "pharmacy" | "network" | "other";
                id: string;
            };
            /** @description The prescription that it names, and its patient. Absent if it names none of this organization. */
            prescriptionId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            /** @description The patient, as the pharmacy names them. */
            patient?: {
                name: string;
                birthDate: string;
            };
            medication?: string;
            /** @description The pharmacy, as the message names it. */
            pharmacyName?: string;
            /**
             * @description What a report of a pharmacy says was done.
             * @enum {string}
             */
            fill?: "Dispensed" | "PartiallyDispensed" | "NotDispensed" | "Transferred";
            /**
             * @description Of the answer to a cancellation.
             * @enum {string}
             */
            cancellation?: "Approved" | "Denied";
            /** @description Whether a person can apply it to a prescription. Otherwise it can only be resolved. */
            applicable: boolean;
            /** @description The XML as it came; characters that are no text are shown as such. */
            text: string;
        };
        /** @description A slot that is reserved for a few minutes. */
        Hold: {
            id: components["schemas"]["Id"];
            visitTypeId: components["schemas"]["Id"];
            /** @description The patient, if given. */
            patientId?: components["schemas"]["Id"];
            /** @description The appointment that can be rescheduled to this time. */
            appointmentId?: components["schemas"]["Id"];
            language?: components["schemas"]["Language"];
            practitioner: components["schemas"]["PractitionerSummary"];
            /** @description The rooms, interpreters and devices that it takes. Absent: none. */
            resources?: components["schemas"]["TakenResource"][];
            /** @description Further practitioners who take part. Absent: none. */
            additionalPractitioners?: components["schemas"]["PractitionerSummary"][];
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** Format: int32 */
            renewalsLeft: number;
        };
        /**
         * @description Why the server did not post a line automatically. A person decides.
         * @enum {string}
         */
        HoldReason: "claim-unknown" | "charge-differs" | "already-adjudicated" | "claim-closed" | "nothing-to-reverse" | "patient-differs" | "not-ours" | "predetermination" | "unbalanced" | "payment-number-reused" | "written-off" | "usage-differs" | "receiver-differs" | "payee-differs" | "payer-differs" | "payer-unknown" | "unreadable" | "next-payer-answered" | "next-payer-refused" | "next-payer-differs" | "payer-not-awaited" | "forwarded-elsewhere";
        /** Format: int32 */
        IceErrorCode: number;
        /** @description A STUN or TURN server, in the form that browsers use. */
        IceServer: {
            urls: string[];
            username?: string;
            credential?: string;
        };
        /** @description An opaque id. */
        Id: string;
        /**
         * @description What waits for the caller and the caller's roles, by kind: the numbers of the lists of the inbox, however long they are. A task that another
         *     kind counts, such as the review of a result, is not counted as a task. Nothing is decrypted.
         */
        InboxCounts: {
            /**
             * Format: int32
             * @description Open tasks of the caller.
             */
            ownTasks: number;
            /**
             * Format: int32
             * @description Open tasks of the caller's roles that no one has taken.
             */
            roleTasks: number;
            /**
             * Format: int32
             * @description Open tasks of colleagues who share a care team with the caller, and of those whom the caller covers now. Absent for a caller without such
             *     colleagues.
             */
            teamTasks?: number;
            /**
             * Format: int32
             * @description Notes to sign.
             */
            notes: number;
            /**
             * Format: int32
             * @description Results to review.
             */
            results: number;
            /**
             * Format: int32
             * @description Threads that wait for an answer of the care team.
             */
            messages: number;
            /**
             * Format: int32
             * @description Requested appointments, for those who decide about them.
             */
            requests: number;
            /**
             * Format: int32
             * @description Patients who wait for a time, for those who decide about requests.
             */
            waitlist: number;
        };
        /** @description Something that may have exposed PHI, with its deadlines. FHIR: DetectedIssue. */
        Incident: {
            id: components["schemas"]["Id"];
            status: components["schemas"]["IncidentStatus"];
            /**
             * Format: date
             * @description The first day on which anybody of the organization knew of it, or should have. Deadlines count from it.
             */
            discoveredOn: string;
            /** @description What happened. It may name people. */
            description: string;
            /** @description What it was, in the assessment. */
            findings?: string;
            factors?: components["schemas"]["IncidentFactors"];
            /** @description True unless every factor is low. Absent before the assessment. */
            isBreach?: boolean;
            /** Format: int32 */
            patientsConcerned?: number;
            /** @description Empty unless it is a breach. */
            notices: components["schemas"]["IncidentNotice"][];
            reportedBy: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            reportedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description From 1, low, to 3, high: how likely one factor makes it that PHI was compromised. 45 CFR 164.402(2). */
        IncidentFactors: {
            /**
             * Format: int32
             * @description Nature and extent of the PHI, and how easily people can be identified.
             */
            nature: number;
            /**
             * Format: int32
             * @description Who used it or received it.
             */
            recipient: number;
            /**
             * Format: int32
             * @description Whether it was really acquired or viewed.
             */
            acquired: number;
            /**
             * Format: int32
             * @description How far the risk remains after what was done.
             */
            remaining: number;
        };
        IncidentNotice: {
            recipient: components["schemas"]["IncidentRecipient"];
            /**
             * Format: date
             * @description The last day on which it is in time.
             */
            dueOn: string;
            /** Format: date */
            sentOn?: string;
        };
        /**
         * @description Who is notified of a breach. 45 CFR 164.404, 164.406, 164.408.
         * @enum {string}
         */
        IncidentRecipient: "individuals" | "hhs" | "media";
        /** @enum {string} */
        IncidentStatus: "open" | "assessed" | "closed";
        /**
         * Format: date-time
         * @description An instant in UTC, RFC 3339, e.g. `2026-11-25T15:30:00Z`.
         */
        Instant: string;
        /**
         * @description An alert that an answer raises before the visit. A closed list: every place that shows it has a text for each.
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
            /** @description Codes of the emergency rules that an answer matched. */
            emergencies: components["schemas"]["IntakeAlert"][];
            savedAt?: components["schemas"]["Instant"];
            submittedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description An offer to link a sign-in. Never contains the code, or anything that reveals whether the invited person is known. */
        Invitation: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["InvitationKind"];
            /** @description The member who is invited; null unless the kind is `member`. */
            memberId: components["schemas"]["Id"] | null;
            /** @description The patient who is invited, or for whom a proxy is invited; null for a member. */
            patientId: components["schemas"]["Id"] | null;
            /** @description The proxy right that is offered; null unless the kind is `proxy`. */
            proxyId: components["schemas"]["Id"] | null;
            status: components["schemas"]["InvitationStatus"];
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        InvitationKind: "member" | "patient" | "proxy";
        /** @enum {string} */
        InvitationStatus: "pending" | "accepted" | "expired" | "revoked";
        InviteGuest: {
            name: string;
            kind: components["schemas"]["GuestKind"];
        };
        /**
         * Format: int32
         * @description ISO 8601: 1 is Monday, 7 is Sunday.
         */
        IsoWeekday: number;
        JoinWaitlist: {
            patientId: components["schemas"]["Id"];
            visitTypeId: components["schemas"]["Id"];
            /** @description Default: any practitioner. */
            practitionerId?: components["schemas"]["Id"];
            /**
             * Format: date
             * @description The first day, on the organization's calendar.
             */
            from: string;
            /**
             * Format: date
             * @description The last day, at most 89 days after the first.
             */
            to: string;
            /** @description Days of the week in the practitioner's zone. Default: any. */
            weekdays?: components["schemas"]["IsoWeekday"][];
            /** @description Default: any. */
            dayParts?: components["schemas"]["DayPart"][];
            /** @description A language that the practitioner must speak. */
            language?: components["schemas"]["Language"];
            /** @description The state where the patient will be. Default: their home state, or that of the appointment. */
            state?: components["schemas"]["StateCode"];
            /** @description The appointment that moves to an earlier time. Only times before it are offered. */
            appointmentId?: components["schemas"]["Id"];
        };
        LabAnswer: {
            code: string;
            value: string;
        };
        /** @description A file in a result, such as the report as the laboratory printed it. FHIR: DiagnosticReport.presentedForm. */
        LabDocument: {
            /** @description Within the result. To read it use `getLabDocument`. */
            id: string;
            kind: components["schemas"]["LabDocumentKind"];
            /** Format: int32 */
            bytes: number;
        };
        /**
         * @description What a file of a laboratory is. `other`: it is kept in the laboratory's message and cannot be opened here.
         * @enum {string}
         */
        LabDocumentKind: "pdf" | "png" | "jpeg" | "other";
        /** @description A message of a laboratory, as it came. */
        LabMessage: {
            receivedAt: components["schemas"]["Instant"];
            /** @description The laboratory's id of the message (MSH-10). */
            controlId: string;
            /** @description HL7 v2 text, a segment on each line: the header, and the part that is about this person. */
            text: string;
            /** @description The reader of this server that made a result of it, with its version. */
            parser: string;
        };
        /** @description One measurement. FHIR: Observation, category laboratory. */
        LabObservation: {
            loinc: string;
            name: string;
            /** @description As the laboratory sent it. Absent when there is no value; then `dataAbsentReason` has the reason. */
            value?: string;
            /**
             * @description The value as a number, if the laboratory sent it as one: as it would be in FHIR's Observation.valueQuantity. `value` has the digits that
             *     the laboratory wrote.
             */
            quantity?: {
                /** Format: double */
                value: number;
                /**
                 * @description The number is only known to be less or more.
                 * @enum {string}
                 */
                comparator?: "<" | "<=" | ">=" | ">";
                /** @description As the laboratory sent it. */
                unit?: string;
                /**
                 * @description Present with `code`: the laboratory says that its unit is one of UCUM.
                 * @enum {string}
                 */
                system?: "http://unitsofmeasure.org";
                /** @description UCUM. */
                code?: string;
            };
            /** @enum {string} */
            dataAbsentReason?: "not-performed" | "pending" | "specimen-unsatisfactory" | "unknown";
            /** @description As the laboratory sent it, in UCUM where the laboratory uses it. */
            unit?: string;
            referenceRange?: string;
            /**
             * @description HL7 table 0078.
             * @enum {string}
             */
            flag?: "N" | "L" | "H" | "LL" | "HH" | "A" | "AA";
            /**
             * @description The number is outside `referenceRange`, although the laboratory did not flag it.
             * @enum {string}
             */
            outsideRange?: "below" | "above";
            /** @description A critical limit that the organization set for this code. Absent for a number within it, for a code without one, and for patients. */
            criticalLimit?: {
                /**
                 * @description `not-compared`: the value is no number, or its unit is not one of UCUM that can be converted. Compare it yourself.
                 * @enum {string}
                 */
                outcome: "beyond" | "not-compared";
                /** Format: double */
                low?: number;
                /** Format: double */
                high?: number;
                /** @description UCUM. */
                unit: string;
            };
            /** @description The codes of a coded value, in the order of the laboratory. */
            coded?: {
                code: string;
                text?: string;
                /** @description HL7 table 0396, e.g. `SCT`; empty if the laboratory named none. */
                system: string;
                /** @description Of the code system, e.g. `http://snomed.info/sct`. Absent for a laboratory's own codes. */
                systemUri?: string;
            }[];
            /** @description A file that the laboratory sent as the value. */
            document?: components["schemas"]["LabDocument"];
            /** @enum {string} */
            status: "preliminary" | "final" | "corrected" | "cancelled";
            observedAt?: components["schemas"]["Instant"];
            /** @description The value that a correction replaced. */
            replaced?: {
                value?: string;
                unit?: string;
                at: components["schemas"]["Instant"];
            };
            note?: components["schemas"]["MultilineText"];
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
            note?: components["schemas"]["MultilineText"];
            /** @description The reason of a refusal, as the laboratory sent it. */
            refusal?: string;
            resultIds: components["schemas"]["Id"][];
            /** @description The laboratory that has it, if the organization has several. Only its results belong to the order. */
            laboratory?: components["schemas"]["Laboratory"];
            /** @description The payers that the laboratory was given, in order of billing; empty if the patient pays. Absent in orders from before it was sent. */
            payers?: string[];
            placedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        LabOrderStatus: "sending" | "accepted" | "partial" | "final" | "refused" | "undelivered" | "cancel-requested" | "cancelled";
        LabPanelMember: {
            loinc: string;
            name: string;
            /** @description The panel is complete without it. */
            optional?: boolean;
            /** @description LOINC of the member, itself a panel, of which it is a member. Absent for a member of the ordered panel. */
            partOf?: string;
        };
        /** @description A question that the laboratory requires with an order. */
        LabQuestion: {
            /** @description A code of the laboratory. To display it use `text`. */
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
        /**
         * @description What a laboratory says about an ordered test in a response (ORC-1).
         * @enum {string}
         */
        LabResponseStatus: "accepted" | "refused" | "cancelled" | "not-cancelled" | "unknown";
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
            /** @description The laboratory measured it although it was not ordered, e.g. as a reflex test. It completes no test of the order. */
            extra: boolean;
            /** @description The ordered panel of which it is a member, reported by itself. */
            partOf?: components["schemas"]["LocalizedText"][];
            /** @enum {string} */
            status: "partial" | "final" | "corrected" | "cancelled";
            /** @description The laboratory's number of the result. */
            fillerNumber: string;
            /** @description Name of the laboratory that performed the test. */
            laboratory: string;
            /** @description Its address, as the laboratory wrote it. */
            laboratoryAddress?: string;
            /** @description When the specimen was taken. FHIR: effective. */
            collectedAt?: components["schemas"]["Instant"];
            /** @description What was examined, as the laboratory wrote it. FHIR: Specimen. */
            specimen?: string;
            observations: components["schemas"]["LabObservation"][];
            /** @description A value is outside its reference range, whether or not the laboratory flagged it, or beyond a critical limit of the organization. */
            abnormal: boolean;
            critical?: components["schemas"]["CriticalValue"];
            reviewedAt?: components["schemas"]["Instant"];
            reviewedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description The reviewer's comment for the patient. */
            comment?: components["schemas"]["MultilineText"];
            releasedAt?: components["schemas"]["Instant"];
            /** @description It was corrected after it had been reviewed or released. */
            correctedAfterReview: boolean;
            receivedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A test that can be ordered. */
        LabTest: {
            /** @description A code of the laboratory. */
            code: string;
            /** @description LOINC of the order. */
            loinc: string;
            name: components["schemas"]["LocalizedText"][];
            specimen: components["schemas"]["LocalizedText"][];
            /** @description Of HL7 table 0487, or 0070 for swabs, as the order carries it. Absent if the catalog of the laboratory does not say it. */
            specimenCode?: string;
            fasting: boolean;
            questions: components["schemas"]["LabQuestion"][];
            /** @description What a panel measures, if the catalog was imported with LOINC. */
            includes?: components["schemas"]["LabPanelMember"][];
            /** @description Who performs it, if the organization has several laboratories. An order has tests of one. */
            laboratory?: components["schemas"]["Laboratory"];
        };
        /** @description A laboratory that the organization orders from. */
        Laboratory: {
            /** @description Of the deployment's settings. */
            id: string;
            name: string;
        };
        /** @description A BCP 47 language tag, e.g. `en` or `es`. */
        Language: string;
        /** @description A patient's record must not be erased until this ends. */
        LegalHold: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            reason: components["schemas"]["LegalHoldBasis"];
            /** @description Why, in words. */
            text: components["schemas"]["MultilineText"];
            placedAt: components["schemas"]["Instant"];
            placedBy: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            releasedAt?: components["schemas"]["Instant"];
            releasedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            /** @description Why it ended. */
            releaseReason?: components["schemas"]["MultilineText"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Why a record may not be erased, whatever its age.
         * @enum {string}
         */
        LegalHoldBasis: "litigation" | "investigation" | "research" | "patient-asked" | "other";
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
             * @description The last valid day, by the clock of the state.
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
            /** @description Valid once, for 30 seconds. Send it in the WebSocket's subprotocols (`visitkit.v1`, `ticket.<ticket>`), never in a URL. */
            ticket: string;
            expiresAt: components["schemas"]["Instant"];
            /** @description Path of the WebSocket. */
            path: string;
        };
        /** @description A text in one language. */
        LocalizedText: {
            language: components["schemas"]["Language"];
            text: components["schemas"]["MultilineText"];
        };
        /** @enum {string} */
        LoginStatus: "none" | "linked";
        /** @description Typed as a dot and the word, e.g. `.ros`. */
        MacroName: string;
        /**
         * @description The fault of a mailbox file.
         * @enum {string}
         */
        MailboxFault: "amount" | "trace_number_mismatch" | "code" | "control_number" | "duplicate_control_number" | "count" | "date" | "debit" | "delimiters" | "element_missing" | "empty" | "header_length" | "loop_missing" | "duplicate_loop" | "no_interchange" | "outside_envelope" | "percent" | "quantity" | "segment_missing" | "segment_tag" | "service" | "too_large" | "transaction" | "unclosed" | "unexpected_segment" | "unterminated" | "usage" | "version" | "server" | "usage_differs" | "receiver_differs" | "sender_differs" | "submitter_differs" | "provider_differs" | "patient_differs" | "payer_differs" | "inquiry_unknown" | "answer_differs" | "answer_contradictory" | "claim_unknown" | "payment_unknown" | "refund_unknown" | "payment_differs" | "report_unknown" | "report_unreadable";
        /**
         * @description A file of the clearinghouse's mailbox that needs a person, or did; or the part of one about a single claim or transaction. What is right
         *     next to it was used.
         */
        MailboxFile: {
            id: components["schemas"]["Id"];
            /** @description The clearinghouse's name for the file, for questions to it. */
            name: string;
            /** @description When the clearinghouse made the file available. */
            postedAt: components["schemas"]["Instant"];
            state: components["schemas"]["MailboxFileState"];
            /** @description The fault. Absent when the file was read. */
            fault?: components["schemas"]["MailboxFault"];
            /** @description For a server fault: its kind and code, e.g. `DatabaseError 23505`. For the operator of the server. */
            faultDetail?: string;
            /** @description Tag of the faulty segment, e.g. `SE`. */
            segment?: string;
            /**
             * Format: int32
             * @description The number of failed attempts to process it.
             */
            attempts: number;
            externalResolution?: components["schemas"]["ExternalResolution"];
            resolvedAt?: components["schemas"]["Instant"];
            /** @description For a file that was resolved outside Visitkit: its text can be read until then, and is deleted afterwards. */
            textRetainedUntil?: components["schemas"]["Instant"];
        };
        /**
         * @description The state of a file in the clearinghouse's mailbox.
         * @enum {string}
         */
        MailboxFileState: "unreadable" | "held" | "failing" | "waiting" | "read" | "resolved-externally";
        /** @description The person of the session. */
        Me: {
            personId: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "patient" | "proxy" | "member" | "service";
            displayName: string;
            roles: components["schemas"]["Role"][];
            /** @description The patients for whom this person may act, including themselves. */
            patients: components["schemas"]["PatientSummary"][];
            practitionerId: components["schemas"]["Id"] | null;
            organizationId: components["schemas"]["Id"];
            /** @description The permissions of this session, by name. Elements hide what would be refused; the server enforces it. */
            permissions: string[];
        };
        /**
         * @description Why another payer pays before Medicare (insurance type code, SBR05 of the 837P).
         * @enum {string}
         */
        MedicareSecondaryReason: "working-aged" | "renal-disease" | "no-fault" | "workers-compensation" | "federal-agency" | "black-lung" | "veterans" | "disability" | "liability";
        /** @description A medication that can be prescribed. FHIR: Medication. */
        Medication: {
            /** @description RxNorm concept of the clinical or branded drug (SCD, SBD). */
            rxcui: string;
            name: string;
            ingredients: {
                rxcui: string;
                name: string;
            }[];
            /** @description The RxNorm dose form, e.g. `Oral Tablet`. */
            form: string;
            strength: string;
            route: components["schemas"]["MedicationRoute"];
            /** @description The routes that fit the form, the usual one first. Absent if the form is not known: then directions cannot be compared with it. */
            routes?: components["schemas"]["MedicationRoute"][];
            /** @description The dose units that fit the form, the usual one first. Absent if the form is not known. */
            doseUnits?: components["schemas"]["MedicationDoseUnit"][];
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
        /** @description A unit in which a dose of a medication can be given. */
        MedicationDoseUnit: {
            unit: components["schemas"]["DoseUnit"];
            /**
             * Format: double
             * @description How many make one unit of the quantity, e.g. 200 puffs an inhaler. Absent if that is not known: then the quantity cannot be checked.
             */
            perQuantityUnit?: number;
        };
        /**
         * @description Who reported it first. FHIR: informationSource.
         * @enum {string}
         */
        MedicationReporter: "patient" | "proxy" | "staff";
        /**
         * @description The route of administration.
         * @enum {string}
         */
        MedicationRoute: "oral" | "sublingual" | "topical" | "transdermal" | "inhalation" | "nasal" | "ophthalmic" | "otic" | "injection" | "subcutaneous" | "rectal";
        /** @description A person who works for the organization. */
        Member: {
            id: components["schemas"]["Id"];
            displayName: string;
            email?: components["schemas"]["Email"];
            roles: components["schemas"]["Role"][];
            /** @enum {string} */
            status: "active" | "disabled";
            /** @description Whether the member can sign in. Invite a new member with `members.invite`; accepting links their sign-in. */
            login: components["schemas"]["LoginStatus"];
            practitionerId: components["schemas"]["Id"] | null;
            /** Format: int32 */
            version: number;
        };
        /** @description One member and one course that their roles require. */
        MemberTraining: {
            member: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            courseId: components["schemas"]["Id"];
            status: components["schemas"]["TrainingStatus"];
            /**
             * Format: date
             * @description Absent when it was never completed.
             */
            completedOn?: string;
            /**
             * Format: date
             * @description The last day on which the completion is valid; without a completion, the last day of grace.
             */
            validUntil: string;
        };
        /** @description An interpreter whom the patient needs and the clinic does not hold for the visit. */
        MissingInterpreter: {
            language: components["schemas"]["Language"];
            /** @description Absent until the patient or a member says why (`appointments.explainInterpreter`). */
            reason?: components["schemas"]["NoInterpreterReason"];
        };
        /** @enum {string} */
        Modality: "video" | "audio" | "in-person";
        /** @description A fact about a patient, for the monitor. Only privacy officers read it. */
        MonitorFact: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description Absent when the patient's record was erased. */
            patient?: components["schemas"]["PatientSummary"];
            kind: components["schemas"]["MonitorFactKind"];
            /** @description Of all kinds but `confidential`. */
            member?: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            createdAt: components["schemas"]["Instant"];
        };
        /**
         * @description What the organization knows of people, and no other part of the record says.
         * @enum {string}
         */
        MonitorFactKind: "confidential" | "own-record" | "household" | "former-household";
        /**
         * @description A text of several lines. All other texts have one line. No text has control characters (except tabs and line breaks here) or signs that
         *     override or isolate the direction of writing; a line is empty or has a visible character.
         */
        MultilineText: string;
        /**
         * @description Why a person has another name than the official one. FHIR: HumanName.use.
         * @enum {string}
         */
        NameUse: "usual" | "nickname" | "maiden" | "old";
        /**
         * @description What stands between a browser and a good call.
         * @enum {string}
         */
        NetworkCause: "none" | "offline" | "blocked" | "udp-blocked" | "relay-refused" | "no-relay" | "no-packets" | "slow" | "lossy" | "delayed" | "not-measured";
        /**
         * @description What packets of this browser met on their way, for the record of the visit. Numbers and codes: never an address, and never a candidate of
         *     a connection.
         */
        NetworkMeasurement: {
            cause: components["schemas"]["NetworkCause"];
            stun: components["schemas"]["ServerReach"];
            relayUdp: components["schemas"]["ServerReach"];
            relayTcp: components["schemas"]["ServerReach"];
            relayTls: components["schemas"]["ServerReach"];
            /**
             * @description How the packets of the test went: through the relay and back, or within the browser's own computer.
             * @enum {string}
             */
            path: "relay" | "direct" | "none";
            /**
             * Format: int32
             * @description Of a thousand packets of a test picture, those that did not arrive.
             */
            lostPermille?: number;
            /** Format: int32 */
            jitterMs?: number;
            /** Format: int32 */
            roundTripMs?: number;
            /** Format: int32 */
            kilobitsPerSecond?: number;
            /** @description Codes of STUN (RFC 8489, section 14.8) and WebRTC (701) with which servers failed. Each once. */
            errorCodes: components["schemas"]["IceErrorCode"][];
            /**
             * Format: int32
             * @description How long it took.
             */
            tookMs: number;
        };
        /** @description The servers with which a browser measures its connection before the visit. The name and password of a relay are valid for minutes. */
        NetworkTest: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            iceServers: components["schemas"]["IceServer"][];
            expiresAt: components["schemas"]["Instant"];
        };
        /** @description A claim to the payer that answers after another one, with what that one decided. */
        NextClaim: {
            /** @description Its own number, which the payer repeats. */
            number: string;
            coverageId: components["schemas"]["Id"];
            state: components["schemas"]["NextClaimState"];
            /** @description Of the latest response. */
            code?: string;
            sentAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
        };
        /**
         * @description Where a claim to a next payer is.
         * @enum {string}
         */
        NextClaimState: "sending" | "received" | "accepted" | "rejected" | "undelivered" | "answered";
        /**
         * @description What the payer left to the patient while another coverage of the patient was in force. It is not the patient's until that payer has
         *     answered.
         */
        NextPayer: {
            /** @description Whose answer is awaited. Absent when all have answered. */
            waitsFor?: {
                coverageId: components["schemas"]["Id"];
                payer: components["schemas"]["Payer"];
                amountCents: components["schemas"]["Cents"];
            };
            /** @description The payer before says that it has forwarded the claim to another payer. A claim from here may be a duplicate. */
            forwarded?: boolean;
            /** @description The latest claim that was sent to that payer, or to any if all have answered. Absent if none was. */
            claim?: components["schemas"]["NextClaim"];
            answers: components["schemas"]["NextPayerAnswer"][];
        };
        /** @description What a next payer decided about what the payer before it left, from its 835 or as a person recorded it. */
        NextPayerAnswer: {
            coverageId: components["schemas"]["Id"];
            paidCents: components["schemas"]["Cents"];
            discountCents: components["schemas"]["Cents"];
            /** @description What it left to the patient, or to the payer after it. */
            patientCents: components["schemas"]["Cents"];
            at: components["schemas"]["Instant"];
            /** @description Of the claim that its 835 answered. Absent when it was posted by hand, without the reasons that a claim to the payer after it needs. */
            claimNumber?: string;
            /** @description Its 835 says that it has forwarded the claim to another payer (CLP02 20 or 21). */
            forwarded?: boolean;
        };
        /** @description The recommended next visit. */
        NextVisit: {
            visitTypeId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            practitionerId?: components["schemas"]["Id"];
            /** Format: date */
            earliest: string;
            /** Format: date */
            latest: string;
            /** @description The appointment, if it is booked. */
            appointmentId?: components["schemas"]["Id"];
        };
        /**
         * @description Why a patient names no one to call in an emergency.
         * @enum {string}
         */
        NoEmergencyContactReason: "none-to-name" | "prefers-not-to" | "number-not-known";
        /**
         * @description Why a visit of a patient who needs an interpreter takes place without one that the clinic holds.
         * @enum {string}
         */
        NoInterpreterReason: "brings-someone" | "clinician-speaks" | "declined" | "arranged-otherwise";
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
             * @description The version of the template that was current when the note was drafted, so that the headings do not change. `listNoteTemplates` has the
             *     current version. Absent when no specialty pack has the template any more.
             */
            template?: components["schemas"]["NoteTemplate"];
            /** @description LOINC code of the document type. */
            kind: string;
            status: components["schemas"]["NoteStatus"];
            sections: components["schemas"]["NoteSection"][];
            diagnoses: components["schemas"]["NoteDiagnosis"][];
            vitals: components["schemas"]["Vital"][];
            /** @description `vitals` from the signature on, each with its id, status and corrections; empty for a draft. */
            observations: components["schemas"]["VitalObservation"][];
            services: components["schemas"]["NoteService"][];
            /** @description The supervisor who was last requested to co-sign; null when there is none. */
            supervisor: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            } | null;
            signatures: components["schemas"]["NoteSignature"][];
            addenda: components["schemas"]["NoteAddendum"][];
            /** @description Codes of the sections that must be completed before signing. Their headings are in the template. */
            missing: string[];
            /** @description Other parts that must be completed. A note can be signed when both lists are empty. */
            missingParts: components["schemas"]["NotePart"][];
            /** @description Codes of the sections that the server filled from the intake and the check-in, and that no one has changed. */
            prefilled: string[];
            /**
             * @description Those of `prefilled` that contain only alerts, scores and the type of the visit, and no text of the patient. A required section among
             *     them counts as missing until a clinician changes it.
             */
            derived: string[];
            /** @description Whether the practitioner of this type of visit may keep psychotherapy notes. Not whether one exists. */
            psychotherapyNotes: boolean;
            /**
             * Format: date
             * @description The day of the visit in the practitioner's time zone. The diagnoses are codes that were valid on that day.
             */
            visitDay: string;
            createdAt: components["schemas"]["Instant"];
            savedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        NoteAddendum: {
            id: components["schemas"]["Id"];
            text: components["schemas"]["MultilineText"];
            signature: components["schemas"]["NoteSignature"];
        };
        /** @description The changes in one section, or in one part that is not a section, in reading order. */
        NoteChange: {
            /** @description Code of the section. Absent for a part. */
            section?: string;
            part?: components["schemas"]["NotePart"];
            parts: {
                /** @enum {string} */
                kind: "same" | "added" | "removed";
                text: components["schemas"]["MultilineText"];
            }[];
        };
        /** @description FHIR: Condition, and Encounter.diagnosis. */
        NoteDiagnosis: {
            /** @description ICD-10-CM, with the dot, e.g. `I10` or `E11.9`. */
            code: string;
            /** @description The official text of the code. The server sets it. */
            display?: string;
        };
        NoteDifference: {
            noteId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
            /** @description Changed sections, then changed parts. */
            changes: components["schemas"]["NoteChange"][];
        };
        /**
         * @description How a stored note differs from what was signed.
         * @enum {string}
         */
        NoteFault: "content-changed" | "signature-invalid" | "version-missing" | "addendum-changed";
        /**
         * @description A part of a note that is not a section of its template.
         * @enum {string}
         */
        NotePart: "diagnoses" | "vitals" | "services";
        NoteSection: {
            code: string;
            text: components["schemas"]["MultilineText"];
            /**
             * @description The signed note of the same patient and author from which the text was copied. It may have been changed since. The server checks the
             *     note and sets its time. FHIR: Provenance.entity, `derivation`.
             */
            copiedFrom?: {
                noteId: components["schemas"]["Id"];
                visitAt: components["schemas"]["Instant"];
            };
        };
        /** @description A service that was performed and will be charged. */
        NoteService: {
            /** @enum {string} */
            codeSystem: "HCPCS" | "CPT" | "local";
            code: string;
            /** Format: int32 */
            units: number;
            /** @description Positions in `diagnoses`, starting at 1. The first is the primary diagnosis. */
            diagnosisPointers: number[];
            /**
             * @description Why there was no video. Required for an audio-only visit.
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
             * @description The role of the signer: author or supervisor.
             * @enum {string}
             */
            as: "author" | "supervisor";
            /** @description SHA-256 of the canonical signed content, hex. */
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
            /** @description From the version of the template that was current when the note was drafted. Absent when no specialty pack has the template any more. */
            templateName?: components["schemas"]["LocalizedText"][];
            kind: string;
            status: components["schemas"]["NoteStatus"];
            visitAt: components["schemas"]["Instant"];
            savedAt: components["schemas"]["Instant"];
            signedAt?: components["schemas"]["Instant"];
        };
        NoteTemplate: {
            /** @description A code of the specialty pack, e.g. `soap` or `cardiology`. To display it use `name`. */
            code: string;
            name: components["schemas"]["LocalizedText"][];
            /** @description LOINC code of the kind of document, e.g. `11506-3`. */
            kind: string;
            specialties: string[];
            sections: components["schemas"]["NoteTemplateSection"][];
        };
        /** @description A section of a note. FHIR: Composition.section. */
        NoteTemplateSection: {
            /** @description Stable within the template, e.g. `assessment`. */
            code: string;
            /** @description LOINC code of the section. */
            loinc: string;
            heading: components["schemas"]["LocalizedText"][];
            hint: components["schemas"]["LocalizedText"][];
            /** @description A note without this section cannot be signed. Text that only the server wrote does not count. */
            required: boolean;
            /** @description The visit summary for the patient is made from this section. */
            forPatient: boolean;
        };
        /** @description Whether the stored note equals what was signed. */
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
        /** @description The vital signs in the signed note of one visit. */
        NoteVitals: {
            noteId: components["schemas"]["Id"];
            /** @description The time of the visit. */
            at: components["schemas"]["Instant"];
            /** @description Without those that were entered in error. */
            vitals: components["schemas"]["VitalObservation"][];
        };
        /**
         * @description What a notice is about, and where its link leads.
         * @enum {string}
         */
        NoticeSubjectKind: "appointment" | "thread" | "visit" | "result" | "prescription" | "other" | "privacy-request";
        /**
         * @description The template of a notice.
         * @enum {string}
         */
        NoticeTemplate: "appointment-requested" | "appointment-declined" | "appointment-booked" | "appointment-rescheduled" | "appointment-cancelled" | "appointment-unsupported" | "reminder-day" | "reminder-hour" | "visit-missed" | "new-message" | "result-ready" | "summary-ready" | "refill-answered" | "next-step" | "waitlist-offer" | "first-access" | "access-question-answered" | "privacy-request-answered" | "emergency-access" | "called-in" | "text-not-read";
        /** @enum {string} */
        NotificationKind: "appointment" | "reminder" | "message" | "result" | "summary" | "prescription" | "outreach" | "access";
        /** @description A task that recurs after a number of days. FHIR: Task with Task.restriction.period. */
        Obligation: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ObligationKind"];
            /** @description The name of the policy, vendor or system. No PHI. */
            title: string;
            /**
             * Format: int32
             * @description Days from one completion to the next due date.
             */
            everyDays: number;
            /** @description The member who does it. Null when no one is responsible, which is a finding. */
            ownerId: components["schemas"]["Id"] | null;
            /**
             * Format: date
             * @description The last day on which it is in time.
             */
            dueOn: string;
            /**
             * Format: date
             * @description Absent before the first completion.
             */
            lastCompletedOn?: string;
            /** @description False when it is not done any more. Its history stays. */
            active: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @description One time that it was done. It never changes. */
        ObligationCompletion: {
            id: components["schemas"]["Id"];
            obligationId: components["schemas"]["Id"];
            /** Format: date */
            completedOn: string;
            /** @description Where the proof is: a number of a document, a version, an address within the organization. No PHI. */
            evidence: string;
            recordedBy: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            recordedAt: components["schemas"]["Instant"];
        };
        /**
         * @description The kinds of work that an organization repeats.
         * @enum {string}
         */
        ObligationKind: "policy-review" | "risk-analysis" | "asset-inventory" | "agreement-verification" | "vulnerability-scan" | "penetration-test" | "restore-drill";
        /** @description How much of one area is in time. */
        ObligationTotals: {
            /** @enum {string} */
            area: "obligations" | "training" | "access-reviews" | "risks" | "incidents";
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            inTime: number;
            /** Format: int32 */
            soon: number;
            /** Format: int32 */
            overdue: number;
        };
        /** @description A patient who waits for the next free practitioner. */
        OnDemandRequest: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The patient. For members only. */
            patient?: components["schemas"]["PatientSummary"];
            visitTypeId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            state: components["schemas"]["StateCode"];
            language?: components["schemas"]["Language"];
            reason?: components["schemas"]["MultilineText"];
            status: components["schemas"]["OnDemandStatus"];
            requestedAt: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description While waiting: 1 is the next of those who wait for the same specialty in the same state.
             */
            position?: number;
            /**
             * Format: int32
             * @description While waiting: from how fast requests were taken in the last hours. Absent when too few were taken.
             */
            estimatedMinutes?: number;
            /** @description A request that is not renewed until then expires. */
            renewBy: components["schemas"]["Instant"];
            /** @description The appointment of a request that was taken. */
            appointmentId?: components["schemas"]["Id"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        OnDemandStatus: "waiting" | "taken" | "cancelled" | "expired";
        OpenEmergencyAccess: {
            reason: components["schemas"]["EmergencyReason"];
            /** @description What happened, for the review. Not shown to the patient. */
            text: string;
        };
        /**
         * @description Codes that an operation can return if it lists them in `@problems`.
         * @enum {string}
         */
        OperationProblemCode: "correction_missing" | "disagreement_refused" | "extension_refused" | "ground_missing" | "request_answered" | "too_many_open_requests" | "invalid_client" | "invalid_grant" | "unauthorized_client" | "unsupported_grant_type" | "unknown_issuer" | "token_used" | "invitation_accepted" | "invitation_expired" | "invitation_not_open" | "invitation_revoked" | "unknown_invitation" | "invitation_used" | "invitation_wrong_person" | "login_exists" | "member_disabled" | "proxy_not_invited" | "right_not_started" | "too_many_invitations" | "too_many_proxies" | "window_too_long" | "not_assigned" | "outside_proxy_scope" | "patient_decides" | "version_conflict" | "already_asked" | "not_a_privacy_officer" | "own_access" | "too_many_questions" | "case_closed" | "fact_exists" | "member_required" | "own_case" | "suppression_refused" | "identity_taken" | "last_administrator" | "member_taken" | "record_number_taken" | "cover_ended" | "cover_exists" | "emergency_access_ended" | "emergency_access_open" | "emergency_access_reviewed" | "own_emergency_access" | "own_emergency_admission" | "emergency_admission_reviewed" | "too_many_covers" | "call_to_book" | "slot_taken" | "resources_taken" | "occurrences_unavailable" | "held_by_you" | "patient_busy" | "notice_too_short" | "beyond_horizon" | "outside_hours" | "day_full" | "week_full" | "slot_unavailable" | "language_not_spoken" | "not_licensed" | "age_out_of_range" | "too_many_holds" | "too_many_appointments" | "hold_expired" | "already_booked" | "renewals_used_up" | "too_late_to_change" | "not_changeable" | "interpreter_not_missing" | "already_waiting" | "too_many_waitlist_entries" | "offer_ended" | "already_requested" | "request_ended" | "practitioner_busy" | "not_requested" | "windows_overlap" | "too_much_time_off" | "appointments_affected" | "too_many_to_cancel" | "unknown_zone" | "code_taken" | "consent_combined" | "consent_element_missing" | "consent_refused" | "consent_given" | "check_in_required" | "consent_missing" | "consent_document_missing" | "consent_superseded" | "document_changed" | "document_exists" | "sections_not_read" | "signature_missing" | "written_signature_required" | "already_revoked" | "not_granted" | "clause_missing" | "translation_mismatch" | "translation_unreviewed" | "answers_missing" | "answers_invalid" | "unknown_question" | "already_submitted" | "appointment_closed" | "intake_missing" | "emergency_contact_missing" | "too_early" | "too_late" | "check_in_not_allowed" | "not_waiting" | "not_admitted" | "guest_not_waiting" | "no_seat" | "seat_invalid" | "room_full" | "signal_too_large" | "visit_ended" | "vendor_not_permitted" | "capability_not_covered" | "vendor_unavailable" | "signature_invalid" | "visit_not_started" | "visit_not_ended" | "note_incomplete" | "note_signed" | "note_not_signed" | "not_the_author" | "not_awaiting_cosign" | "not_the_supervisor" | "supervisor_available" | "unknown_code" | "has_allergies" | "too_many_reported_medications" | "too_many_macros" | "too_many_order_sets" | "not_a_prescriber" | "npi_missing" | "unknown_medication" | "unknown_pharmacy" | "pharmacy_missing" | "quantity_implausible" | "alerts_open" | "medications_changed" | "controlled_substance" | "prescription_signed" | "not_cancellable" | "not_renewable" | "favorite_name_taken" | "too_many_favorites" | "already_answered" | "refill_open" | "not_refillable" | "message_not_applicable" | "message_differs" | "unknown_test" | "answer_missing" | "answer_invalid" | "already_matched" | "response_not_applicable" | "not_critical" | "coverage_in_use" | "coverage_overlaps" | "subscriber_missing" | "unknown_payer" | "code_set_not_licensed" | "claim_blocked" | "restriction_request_missing" | "claim_sent" | "claim_not_adjudicated" | "already_resolved" | "line_not_postable" | "nothing_due" | "amount_too_large" | "payment_in_progress" | "payment_not_paid" | "not_issued" | "already_issued" | "appeal_open" | "appeal_sent" | "write_off_asked" | "write_off_not_possible" | "second_person_needed" | "next_payer_not_awaited" | "next_claim_sent" | "status_not_asked" | "next_payer_amounts_differ" | "balance_billing_prohibited" | "not_published" | "unknown_visit_type" | "task_ended" | "alert_acknowledged" | "unknown_member" | "role_not_assignable" | "survey_closed" | "invalid_step" | "address_missing" | "unsupported_attachment_type" | "attachment_unreadable" | "unknown_attachment" | "address_not_allowed" | "unknown_event" | "event_not_permitted" | "too_many_endpoints" | "notice_not_due" | "own_roles" | "too_many_entries" | "period_refused" | "day_refused" | "suspension_refused" | "retention_too_short" | "record_held" | "record_must_be_kept" | "erasure_approved" | "already_released";
        OrderSet: {
            code: components["schemas"]["OrderSetCode"];
            name: components["schemas"]["LocalizedText"][];
            /** @description Codes of the specialties that it is for. Empty: all. */
            specialties: string[];
            /** @description ICD-10-CM codes with the dot. */
            diagnosisCodes: string[];
            /** @description Text by the code of the section. A note without such a section does not get it. */
            sections: {
                code: string;
                text: components["schemas"]["MultilineText"];
            }[];
            /** @description Codes of the laboratory's catalog. A code that it does not have is not offered. */
            labTests: string[];
            /** @description A medication that cannot be prescribed is not offered. */
            prescriptions: components["schemas"]["PrescriptionPattern"][];
            /** @description Whether clinicians can choose it. */
            active: boolean;
            /** @description The diagnoses that are in force, with their wording. */
            diagnoses: {
                code: string;
                display: string;
            }[];
            /**
             * Format: int32
             * @description 0: it came with the product, and no administrator has changed it.
             */
            version: number;
        };
        OrderSetCode: string;
        /**
         * @description The status of one test of an order, derived from its reports and the laboratory's own status.
         * @enum {string}
         */
        OrderedTestStatus: "ordered" | "partial" | "final" | "refused" | "cancelled";
        /** @description A health system: the tenant. Belongs to one region. A deployment in another region answers 421 with the right address. */
        Organization: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description The deployment's name, which begins with a country, e.g. `us-east`. */
            region: string;
            zone: components["schemas"]["Zone"];
            languages: components["schemas"]["Language"][];
            brand: components["schemas"]["Brand"];
            contact: components["schemas"]["OrganizationContact"];
            videoVendor: components["schemas"]["VideoVendor"];
            /** @description `assigned` unless an administrator set `all`. Acting in a colleague's work requires cover in both cases. */
            chartReach: components["schemas"]["ChartReach"];
            /** Format: int32 */
            version: number;
        };
        OrganizationContact: {
            phone: components["schemas"]["Phone"];
            /** @description Where visits in person take place, e.g. `12 Harbor Street`, `Lakeside, OH 43004`. Appointments lead there, and calendar files name it. */
            address?: components["schemas"]["AddressLine"][];
            /** @description The emergency number in the region of the organization's patients. */
            emergencyNumber: components["schemas"]["ServiceNumber"];
            /** @description The crisis line that is shown when an emergency rule stops a form, e.g. 988. */
            crisisLine?: components["schemas"]["ServiceNumber"];
        };
        /**
         * @description What a person says about a payment whose payer, payee or receiver is not that of the claim.
         * @enum {string}
         */
        OriginConfirmation: "confirmed" | "remembered";
        /** @description A name of a person in addition to the official one. */
        OtherName: {
            use: components["schemas"]["NameUse"];
            given: string;
            /** @description Empty for people with one name. */
            family: string;
            /** @description Further given names, in order. */
            middle?: components["schemas"]["FurtherName"][];
            /** @description E.g. `Jr` or `III`. */
            suffix?: string;
        };
        /** @description One score. FHIR: Observation, category survey. */
        Outcome: {
            at: components["schemas"]["Instant"];
            /** @description Code of the questionnaire, which has its title. */
            questionnaire: string;
            /** Format: double */
            score: number;
        };
        /** @description A text that only its author reads. It is deleted some weeks after it was last saved. */
        OwnDraft: {
            place: components["schemas"]["DraftPlace"];
            /** @description The id of what it is about: a thread, a note, a claim, a result, a visit, or the patient. */
            about: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            /** @description Absent if nothing is kept. */
            savedAt?: components["schemas"]["Instant"];
        };
        /** @description A signed consent, with each element that 42 CFR 2.31 requires. Signature and date are those of the consent. */
        PartTwoConsent: {
            patientName: string;
            discloser: string;
            information: components["schemas"]["PartTwoInformation"][];
            recipients: components["schemas"]["PartTwoRecipient"][];
            namedRecipients: components["schemas"]["PartTwoName"][];
            purposes: components["schemas"]["PartTwoPurpose"][];
            /** @description 2.31(a)(6): the right to revoke the consent, and how, as it was shown. */
            rightToRevoke: components["schemas"]["MultilineText"];
            expiration: components["schemas"]["PartTwoExpiration"];
            /** @description 2.31(a)(4)(iii) and (a)(10)(i): how a recipient may pass it on, as it was shown. */
            redisclosure: components["schemas"]["MultilineText"];
            /** @description 2.31(a)(10)(ii): what happens if the person does not sign, as it was shown. */
            refusal: components["schemas"]["MultilineText"];
        };
        /** @description When the consent ends (42 CFR 2.31(a)(7)). */
        PartTwoExpiration: {
            /**
             * @description `none`: it does not end until it is revoked.
             * @enum {string}
             */
            kind: "none" | "date";
            /**
             * Format: date
             * @description The last day. Only of `date`.
             */
            on?: string;
        };
        /**
         * @description Kinds of information (42 CFR 2.31(a)(3)).
         * @enum {string}
         */
        PartTwoInformation: "visits" | "prescriptions" | "lab-orders" | "bills" | "counseling-notes";
        PartTwoName: string;
        /**
         * @description What the records may be used for (42 CFR 2.31(a)(5)).
         * @enum {string}
         */
        PartTwoPurpose: "treatment" | "payment" | "operations" | "legal-proceeding";
        /**
         * @description Classes of persons that may receive the records (42 CFR 2.31(a)(4)).
         * @enum {string}
         */
        PartTwoRecipient: "treating-providers" | "pharmacies" | "laboratories" | "health-plans" | "program-helpers";
        /** @description What the person chooses. A consent that lacks one of these, but for `namedRecipients`, is refused. */
        PartTwoTerms: {
            /** @description 2.31(a)(1) */
            patientName?: string;
            /** @description 2.31(a)(2): who may make the disclosure. */
            discloser?: string;
            /** @description 2.31(a)(3) */
            information?: components["schemas"]["PartTwoInformation"][];
            /** @description 2.31(a)(4): classes. Needs one of these, or a named recipient. */
            recipients?: components["schemas"]["PartTwoRecipient"][];
            /** @description 2.31(a)(4): persons and organizations by name. */
            namedRecipients?: components["schemas"]["PartTwoName"][];
            /** @description 2.31(a)(5) */
            purposes?: components["schemas"]["PartTwoPurpose"][];
            /** @description 2.31(a)(7) */
            expiration?: components["schemas"]["PartTwoExpiration"];
        };
        Participant: {
            seatId: components["schemas"]["Id"];
            role: components["schemas"]["SeatRole"];
            /** @enum {string} */
            presence: "in-room" | "left";
            joinedAt: components["schemas"]["Instant"];
            leftAt?: components["schemas"]["Instant"];
            /** @description Only for a guest. */
            guestId?: components["schemas"]["Id"];
            /** @description What went wrong in this person's calls of the visit, as their browsers reported it. Each trouble at most once. */
            troubles: components["schemas"]["CallTroubleCount"][];
            /**
             * @description Only for the caller: whether they took the seat in this session or in another one, which may be on another device.
             * @enum {string}
             */
            own?: "this-session" | "another-session";
        };
        /**
         * @description Why a text or a report of a vendor waits for a person.
         * @enum {string}
         */
        PartnerHoldReason: "written" | "unknown-number" | "shared-number" | "another-number" | "unknown-code" | "contradictory" | "unreadable" | "unknown-room";
        /**
         * @description What waits: the words of a person, or a report about a text that was sent or about a room.
         * @enum {string}
         */
        PartnerMessageKind: "text" | "text-report" | "video-report";
        /**
         * @description How a person resolved a text or a report.
         * @enum {string}
         */
        PartnerMessageResolution: "telephoned" | "answered-in-thread" | "no-answer-needed" | "checked-at-vendor" | "not-ours";
        Patient: {
            id: components["schemas"]["Id"];
            /** @description The official name. */
            name: components["schemas"]["PersonName"];
            /** @description Staff find the patient by each of them, and partners' messages match them. */
            otherNames?: components["schemas"]["OtherName"][];
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            sex?: "female" | "male" | "other" | "unknown";
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            address?: components["schemas"]["Address"];
            /** @description Home state. The patient's location during a visit is requested at each check-in. */
            state: components["schemas"]["StateCode"];
            /** @description The patient's preferred language, spoken and written. */
            language: components["schemas"]["Language"];
            /** @description The patient wants an interpreter into this language. */
            interpreterLanguage?: components["schemas"]["Language"];
            zone: components["schemas"]["Zone"];
            /** @description Medical record number in the health system's own records. */
            recordNumber?: string;
            /** @description The record of the same person that is used instead of this one. FHIR: Patient.link, `replaced-by`. */
            replacedBy?: components["schemas"]["Id"];
            /** @description Why there are two records. Absent if it was not asked, and if the record is not replaced. */
            replacementReason?: components["schemas"]["ReplacementReason"];
            /** Format: int32 */
            version: number;
        };
        /** @description What a patient said about themselves. No answer is required, and no partner receives one. FHIR: extensions of Patient (US Core). */
        PatientBackground: {
            patientId: components["schemas"]["Id"];
            /** @description One or more; each once. */
            races?: components["schemas"]["RaceCategory"][];
            ethnicity?: components["schemas"]["EthnicityCategory"];
            birthSex?: components["schemas"]["BirthSex"];
            genderIdentity?: components["schemas"]["GenderIdentity"];
            /** @description Who said it. Absent if nothing was answered, and for answers from before this was kept. */
            toldBy?: components["schemas"]["BackgroundSource"];
            /**
             * @description Whether the patient wrote it, or staff on their behalf. Who it was is in the access log.
             * @enum {string}
             */
            recordedBy?: "patient" | "staff";
            /** @description Null if nothing was ever answered. FHIR: Patient.meta.lastUpdated, if it is later than that of the patient. */
            changedAt: components["schemas"]["Instant"] | null;
            /**
             * Format: int32
             * @description 0 if nothing was ever answered.
             */
            version: number;
        };
        /** @description The patient's current location. Requested at every visit: it decides license, place of service and the emergency contact. */
        PatientLocation: {
            line1: string;
            line2?: string;
            city: string;
            state: components["schemas"]["StateCode"];
            postalCode?: string;
            /**
             * @description At home or at another place: place of service 10 or 02.
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
             * @description Whole years, today in the patient's time zone.
             */
            age: number;
            state: components["schemas"]["StateCode"];
            language: components["schemas"]["Language"];
            interpreterLanguage?: components["schemas"]["Language"];
            /** @description The record of the same person that is used instead of this one: new visits are booked for that one. */
            replacedBy?: components["schemas"]["Id"];
            zone: components["schemas"]["Zone"];
        };
        Payer: {
            id: components["schemas"]["Id"];
            name: string;
            /** @enum {string} */
            kind: "medicare" | "medicaid" | "commercial" | "self-pay";
            /** @description The payer's id at the clearinghouse. */
            payerId: string;
            /**
             * Format: int32
             * @description The claim must arrive within this number of days from the visit.
             */
            timelyFilingDays: number;
        };
        /** @description The patient of an adjudication, as the payer names them. */
        PayerPatient: {
            name?: string;
            /** @description Member numbers of the patient and of the insured person. */
            memberNumbers: string[];
        };
        /** @description A payment of a patient. FHIR: PaymentNotice. */
        Payment: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            amountCents: components["schemas"]["Cents"];
            refundedCents: components["schemas"]["Cents"];
            /** @enum {string} */
            status: "open" | "paid" | "declined" | "expired" | "refunded" | "partially-refunded";
            /** @description The payment processor's page where the patient pays. The server never receives a card number. */
            checkoutUrl?: string;
            createdAt: components["schemas"]["Instant"];
            paidAt?: components["schemas"]["Instant"];
        };
        /** @description From whom and for whom a payment is, as the file says. */
        PaymentOrigin: {
            /** @enum {string} */
            usage: "production" | "test";
            /** @description ISA08. */
            receiverId: string;
            /** @description TRN03. */
            payerNumber: string;
            /** @description N104 and REF*2U of the payer. */
            payerIds: string[];
            payeeNpi?: string;
            payeeTaxId?: string;
        };
        /** @description A name in parts. FHIR: HumanName, whose `given` is `given` followed by `middle`. */
        PersonName: {
            given: string;
            /** @description Empty for people with one name. */
            family: string;
            /** @description Further given names, in order. */
            middle?: components["schemas"]["FurtherName"][];
            /** @description E.g. `Jr` or `III`. */
            suffix?: string;
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
            /** @description The message types that it accepts electronically. */
            accepts: ("new" | "renewal" | "change" | "cancel")[];
        };
        /**
         * @description Why a message of a pharmacy was not applied. A person decides.
         * @enum {string}
         */
        PharmacyHoldReason: "unreadable" | "contradictory" | "unknown-code" | "unexpected-type" | "id-reused" | "prescription-unknown" | "references-disagree" | "another-pharmacy" | "another-patient";
        /**
         * @description What a message of a pharmacy is, by its element in SCRIPT.
         * @enum {string}
         */
        PharmacyMessageKind: "NewRx" | "RxChangeRequest" | "RxChangeResponse" | "RxRenewalRequest" | "RxRenewalResponse" | "CancelRx" | "CancelRxResponse" | "RxFill" | "Status" | "Error" | "Verify" | "unreadable";
        /**
         * @description How a person resolved a message that was not applied.
         * @enum {string}
         */
        PharmacyMessageResolution: "telephoned" | "sent-again" | "repeated" | "not-ours";
        /** @description A request of a pharmacy to a prescriber. */
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
            /** @description The medication that the pharmacy proposes. */
            proposed?: string;
            /**
             * Format: int32
             * @description For a renewal: the number that the pharmacy requests, or the prescribed number when the pharmacy gives none.
             */
            refills?: number;
            text?: components["schemas"]["MultilineText"];
            receivedAt: components["schemas"]["Instant"];
            respondedAt?: components["schemas"]["Instant"];
        };
        /**
         * Format: phone
         * @description A telephone number in any common format. Without a country code it is a number of the country of the deployment's region. It must have the
         *     length of a number of its country (E.164).
         */
        Phone: string;
        PlaceHold: {
            visitTypeId: components["schemas"]["Id"];
            start: components["schemas"]["Instant"];
            /** @description Default: any practitioner who is free. */
            practitionerId?: components["schemas"]["Id"];
            /**
             * @description With any practitioner: that of the patient's last completed visit of this specialty, if free. Requires a patient.
             * @enum {string}
             */
            prefer?: "same-practitioner";
            /** @description The patient. A hold is refused at once when age or license would not allow the booking. */
            patientId?: components["schemas"]["Id"];
            /** @description The state where the patient will be. Default: their home state, or that of the appointment. */
            state?: components["schemas"]["StateCode"];
            /** @description A language that the practitioner must speak: the one of the search. */
            language?: components["schemas"]["Language"];
            /** @description The language of an interpreter, who is held too, whether or not the visit type has one. */
            interpreterLanguage?: components["schemas"]["Language"];
            /**
             * @description The room, interpreter or device that the visit takes, of a kind that it needs. Default: one that is free. A group visit keeps what its first
             *     participant took: another one is refused.
             */
            resourceId?: components["schemas"]["Id"];
            /** @description The appointment to reschedule to this time. Its own time does not block the new one. */
            appointmentId?: components["schemas"]["Id"];
            /** @description A hold of the caller that ends when this one is placed. A hold for the same patient that overlaps the new one is always replaced. */
            replacesHoldId?: components["schemas"]["Id"];
            /**
             * @description Books outside the rules. For staff: requires the permission `appointment:override` and a named practitioner. Lifts notice, horizon, working
             *     hours, the grid of start times, and the limits per day and week. It never takes a time that is taken, and patient, license and age are checked.
             */
            override?: components["schemas"]["RuleOverride"];
        };
        PlaceLabOrder: {
            visitId?: components["schemas"]["Id"];
            /** @description Default: the first laboratory that performs all tests. */
            laboratoryId?: string;
            /**
             * @description The patient pays, and no payer learns of it (45 CFR 164.522(a)(1)(vi)): the laboratory is given no coverage. An order of a visit for which
             *     the patient asked that is sent without one in any case.
             * @default false
             */
            selfPay?: boolean;
            tests: {
                code: string;
                answers: components["schemas"]["LabAnswer"][];
            }[];
            diagnosisCodes: string[];
            /** @enum {string} */
            priority: "routine" | "urgent";
            note?: components["schemas"]["MultilineText"];
        };
        /** @description Visits in a row, one for each patient, with one practitioner. */
        PlaceSeveralHolds: {
            visitTypeId: components["schemas"]["Id"];
            /** @description The start of the first visit: an item of a search with `inARow`. */
            start: components["schemas"]["Instant"];
            /** @description Default: any practitioner who is free for all of them. */
            practitionerId?: components["schemas"]["Id"];
            /** @description The patients, in the order of their visits. Each once. */
            patientIds: components["schemas"]["Id"][];
            /** @description A language that the practitioner must speak. */
            language?: components["schemas"]["Language"];
            /** @description The language of an interpreter, who is held for each visit. */
            interpreterLanguage?: components["schemas"]["Language"];
            /** @description The room, interpreter or device that each visit takes, of a kind that it needs. Default: one that is free, for each visit. */
            resourceId?: components["schemas"]["Id"];
            /** @description As for one hold: outside the rules, with a named practitioner, for all of the visits. */
            override?: components["schemas"]["RuleOverride"];
        };
        Practitioner: {
            id: components["schemas"]["Id"];
            memberId: components["schemas"]["Id"] | null;
            displayName: string;
            /** @description The official name, for claims, orders and prescriptions. Without it, its parts are those of `displayName`. */
            name?: components["schemas"]["PractitionerName"];
            otherNames?: components["schemas"]["PractitionerOtherName"][];
            /** @description Shown to patients under the name, e.g. `Cardiologist`. */
            title: components["schemas"]["LocalizedText"][];
            /** @description Specialty codes of the specialty packs, e.g. `cardiology`. */
            specialties: string[];
            languages: components["schemas"]["Language"][];
            zone: components["schemas"]["Zone"];
            licenses: components["schemas"]["License"][];
            /** @description Absent: not known, and every law of the patient's state counts. */
            profession?: components["schemas"]["Profession"];
            /** @description National Provider Identifier, 10 digits. */
            npi?: string;
            /** @description Of the photo, if there is one (`practitioners.photo`). Another id after it was replaced. */
            photoId?: components["schemas"]["Id"];
            active: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @description The name of a practitioner in parts: as `PersonName`, and known to everyone who can book. */
        PractitionerName: {
            given: string;
            /** @description Empty for people with one name. */
            family: string;
            /** @description Further given names, in order. */
            middle?: components["schemas"]["FurtherName"][];
            /** @description E.g. `Jr` or `III`. */
            suffix?: string;
        };
        /** @description How many further practitioners of one specialty take part. They need a license where the visit type requires one. */
        PractitionerNeed: {
            specialty: string;
            /** Format: int32 */
            count: number;
        };
        /** @description A name of a practitioner in addition to the official one. */
        PractitionerOtherName: {
            use: components["schemas"]["NameUse"];
            given: string;
            /** @description Empty for people with one name. */
            family: string;
            /** @description Further given names, in order. */
            middle?: components["schemas"]["FurtherName"][];
            /** @description E.g. `Jr` or `III`. */
            suffix?: string;
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
            /** @description Of the photo, if there is one (`practitioners.photo`). Another id after it was replaced. */
            photoId?: components["schemas"]["Id"];
        };
        /** @description FHIR: MedicationRequest; the dispensed medication: MedicationDispense. */
        Prescription: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            visitId?: components["schemas"]["Id"];
            practitioner: components["schemas"]["PractitionerSummary"];
            status: components["schemas"]["PrescriptionStatus"];
            medication: components["schemas"]["Medication"];
            directions: components["schemas"]["Directions"];
            directionsCoded: components["schemas"]["CodedDirections"];
            /** @description The directions as text. */
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
            noteToPharmacist?: components["schemas"]["MultilineText"];
            alerts: components["schemas"]["PrescriptionAlert"][];
            acknowledgments: {
                alertId: string;
                reason: components["schemas"]["MultilineText"];
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
        /** @description A finding of the checks that the prescriber must acknowledge. */
        PrescriptionAlert: {
            /** @description Stable for the same finding. An acknowledgment refers to it. */
            id: string;
            kind: components["schemas"]["PrescriptionAlertKind"];
            /** @enum {string} */
            severity: "high" | "moderate" | "low";
            /** @description The other substance, e.g. the interacting medication or the allergy. */
            with?: string;
            /** @description For a clinician. */
            text: components["schemas"]["LocalizedText"][];
            /** @description Where it was found. Absent if the service does not say, and for findings about directions and quantity. */
            source?: components["schemas"]["DrugKnowledgeSource"];
        };
        /** @enum {string} */
        PrescriptionAlertKind: "allergy" | "duplicate" | "interaction" | "check-unavailable" | "directions-unfit" | "quantity-unchecked";
        /**
         * @description Why a person must telephone the pharmacy.
         * @enum {string}
         */
        PrescriptionAttention: "filled-after-cancel" | "unexpected-response" | "undelivered";
        /** @enum {string} */
        PrescriptionCancelReason: "error" | "allergy" | "patient-request" | "changed-treatment" | "other";
        PrescriptionEvent: {
            at: components["schemas"]["Instant"];
            status: components["schemas"]["PrescriptionStatus"];
            /**
             * @description The source of the entry.
             * @enum {string}
             */
            by: "prescriber" | "network" | "pharmacy" | "server";
            /** @description The code of a refusal or a denial, as the partner sent it. A code of NCPDP, whose text is licensed and not included. */
            code?: string;
            /** @description The partner's text, or what a person agreed with the pharmacy on the telephone. */
            text?: components["schemas"]["MultilineText"];
        };
        /** @description A prescription for no patient yet. */
        PrescriptionPattern: {
            rxcui: string;
            directions: components["schemas"]["Directions"];
            /** Format: double */
            quantity: number;
            /** Format: int32 */
            daysSupply: number;
            /** Format: int32 */
            refills: number;
            substitutionAllowed: boolean;
            noteToPharmacist?: components["schemas"]["MultilineText"];
        };
        /** @enum {string} */
        PrescriptionStatus: "draft" | "sending" | "sent" | "accepted" | "dispensed" | "partially-dispensed" | "not-dispensed" | "refused" | "undelivered" | "cancel-requested" | "cancelled" | "replaced";
        PreviewSeries: {
            visitTypeId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            practitionerId: components["schemas"]["Id"];
            /** @description The state where the patient will be. Default: their home state. */
            state?: components["schemas"]["StateCode"];
            /** @description A language that the practitioner must speak. */
            language?: components["schemas"]["Language"];
            /** @description The language of an interpreter, who takes part in each visit. */
            interpreterLanguage?: components["schemas"]["Language"];
            /** @description The room, interpreter or device that each visit takes, of a kind that it needs. Default: one that is free, for each visit. */
            resourceId?: components["schemas"]["Id"];
            /** @description The first visit, at a time of the rule. */
            start: components["schemas"]["Instant"];
            /**
             * @description A recurrence rule (RFC 5545, 3.3.10), e.g. `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=8`. FREQ is DAILY, WEEKLY or MONTHLY; INTERVAL, BYDAY
             *     and BYMONTHDAY are supported; COUNT, at most 52, or UNTIL ends it. Weeks begin on Monday.
             */
            rule: string;
            /**
             * @description The zone in which the visits keep their wall-clock time over changes of the clock. A time that does not exist on one day is later by as
             *     much as the clock skips, and one that exists twice is the first (RFC 5545, 3.3.5).
             */
            zone: components["schemas"]["Zone"];
        };
        /**
         * @description Why the law lets a clinic say no. Which of them fit depends on the kind.
         * @enum {string}
         */
        PrivacyDenialGround: "not-created-here" | "not-in-record" | "not-open-to-patient" | "accurate-and-complete" | "psychotherapy-notes" | "legal-proceeding" | "endangers-life" | "confidential-source" | "not-agreed" | "must-be-kept" | "legal-hold";
        /** @description A patient's request about their own record, and its answer. FHIR: Task, with Communication for the texts. */
        PrivacyRequest: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description For staff. */
            patient?: components["schemas"]["PatientSummary"];
            kind: components["schemas"]["PrivacyRequestKind"];
            /** @description The visit whose note a correction is about. Absent: another part of the record, which `what` names. */
            visitId?: components["schemas"]["Id"];
            what: components["schemas"]["MultilineText"];
            why?: components["schemas"]["MultilineText"];
            askedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            askedByKind: "patient" | "proxy";
            status: components["schemas"]["PrivacyRequestStatus"];
            /** @description By then the clinic must answer. */
            dueAt: components["schemas"]["Instant"];
            /** @description The clinic may take more time once, and says why. */
            extension?: {
                at: components["schemas"]["Instant"];
                reason: components["schemas"]["MultilineText"];
            };
            decision?: {
                at: components["schemas"]["Instant"];
                /** @description Null when the name is no longer known. */
                by: string | null;
                /** @description Of a denial. */
                ground?: components["schemas"]["PrivacyDenialGround"];
                /**
                 * Format: date
                 * @description With the ground `must-be-kept`: the last day on which the record has to be kept.
                 */
                keptUntil?: string;
                text: components["schemas"]["MultilineText"];
            };
            /** @description What the patient says to a denied correction. It is shown with what it is about, and is part of every copy. */
            disagreement?: {
                at: components["schemas"]["Instant"];
                text: components["schemas"]["MultilineText"];
            };
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the patient asks for. The clinic must answer by `dueAt`.
         * @enum {string}
         */
        PrivacyRequestKind: "correction" | "restriction" | "copy" | "erasure";
        /** @enum {string} */
        PrivacyRequestStatus: "waiting" | "accepted" | "denied";
        /** @description RFC 9457 problem details. */
        Problem: {
            /** @description A page about this kind of problem. */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            /** @description Stable. Programs must decide by this code only. */
            code: components["schemas"]["ProblemCode"];
            /** @description What happened and what to do, for a person. Never contains PHI. */
            detail: string;
            requestId: string;
            errors?: components["schemas"]["FaultyProperty"][];
            /** @description For `not_assigned` and `no_treatment_relationship`: practitioners who can be covered, any one of them. */
            owners?: components["schemas"]["Id"][];
            /** @description For a time that cannot be held: the nearest start times that can, at most three. */
            nearest?: components["schemas"]["Instant"][];
            /**
             * Format: int32
             * @description For `appointments_affected` and `too_many_to_cancel`: the number of booked appointments.
             */
            affected?: number;
            /** @description For `strong_sign_in_required`, and for `step_up_required` of staff: how the person has to sign in. */
            signIn?: components["schemas"]["SignInStrength"];
            /**
             * Format: uri
             * @description For `wrong_region`: the base URL of the deployment that serves the organization. Nothing is sent there without the caller.
             */
            baseUrl?: string;
        };
        /** @description The stable code of a problem. Programs must decide by this code only. */
        ProblemCode: components["schemas"]["CommonProblemCode"] | components["schemas"]["OperationProblemCode"];
        /**
         * @description A member who treats. FHIR: Practitioner with PractitionerRole.For which a license was given. Some laws about consent to telehealth are about one profession.
         * @enum {string}
         */
        Profession: "physician" | "physician-assistant" | "nurse-practitioner" | "registered-nurse" | "psychologist" | "clinical-social-worker" | "counselor" | "marriage-and-family-therapist" | "dietitian" | "physical-therapist" | "occupational-therapist" | "speech-language-pathologist" | "pharmacist" | "dentist";
        /** @description A person who may act for a patient, with a scope and a period. FHIR: RelatedPerson. */
        Proxy: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            displayName: string;
            /** @enum {string} */
            relationship: "parent" | "guardian" | "caregiver" | "spouse" | "child" | "other";
            /** @description The email address for messages about the patient. Visible to the proxy, the patient and staff, but not to other proxies of the patient. */
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            scope: components["schemas"]["ProxyScope"][];
            /** Format: date */
            from: string;
            /** @description Last day. For a parent, the day before the patient becomes an adult. */
            to: string | null;
            status: components["schemas"]["ProxyStatus"];
            /** @description The latest invitation, while the status is `invited`. */
            invitation?: components["schemas"]["Invitation"];
        };
        /** @enum {string} */
        ProxyScope: "schedule" | "visit" | "record" | "sensitive";
        /** @enum {string} */
        ProxyStatus: "invited" | "active" | "ended";
        /** @description Psychotherapy notes, kept separately from the medical record: 45 CFR 164.501 and 164.508(a)(2). */
        PsychotherapyNote: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            text: components["schemas"]["MultilineText"];
            savedAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        PublishConsentDocument: {
            /** @description The document that this extends with a new version or language. Absent for a new document. */
            documentId?: components["schemas"]["Id"];
            language: components["schemas"]["Language"];
            purpose: components["schemas"]["ConsentPurpose"];
            title: string;
            sections: components["schemas"]["ConsentSection"][];
            material: boolean;
            /**
             * Format: int32
             * @description The version that this translates. Absent for the original text of a new version.
             */
            translationOf?: number;
            reviewedBy?: string;
        };
        /**
         * @description The purpose of an access, as HL7 v3 ActReason (code system 2.16.840.1.113883.5.8). FHIR: AuditEvent.authorization.
         * @enum {string}
         */
        PurposeOfUse: "TREAT" | "HPAYMT" | "HOPERAT" | "PATRQT" | "ETREAT" | "BTG" | "HSYSADMIN" | "HRESCH";
        PutAvailability: {
            zone: components["schemas"]["Zone"];
            weekly: components["schemas"]["WeeklyWindow"][];
            exceptions: components["schemas"]["AvailabilityException"][];
            limits?: components["schemas"]["BookingLimits"];
            /** Format: int32 */
            weight?: number;
            /**
             * Format: int32
             * @description The version that the caller read; 0 for the first save.
             */
            version: number;
            /**
             * Format: int32
             * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
             *     `appointments_affected` and their number.
             * @default 0
             */
            affected?: number;
        };
        PutClosures: {
            items: components["schemas"]["Closure"][];
            /**
             * Format: int32
             * @description The version that the caller read; 0 for the first save.
             */
            version: number;
            /**
             * Format: int32
             * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
             *     `appointments_affected` and their number.
             * @default 0
             */
            affected?: number;
        };
        PutPatientBackground: {
            /** @description One or more; each once. */
            races?: components["schemas"]["RaceCategory"][];
            ethnicity?: components["schemas"]["EthnicityCategory"];
            birthSex?: components["schemas"]["BirthSex"];
            genderIdentity?: components["schemas"]["GenderIdentity"];
            /** @description Who said it. Required from staff; what a patient writes is said by the patient. */
            toldBy?: components["schemas"]["BackgroundSource"];
            /**
             * Format: int32
             * @description The version that the caller read. The server answers `version_conflict` when it has changed.
             */
            version: number;
        };
        PutTextMacro: {
            text: components["schemas"]["MultilineText"];
            /**
             * Format: int32
             * @description The version that the caller read; 0 for a new one.
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
            /** @description A code of the questionnaire, e.g. a LOINC answer code. To display it use `text`. */
            code: string;
            text: components["schemas"]["LocalizedText"][];
            /**
             * Format: int32
             * @description The weight of this answer in the score. FHIR: itemWeight.
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
            /** @description Attribution that must be shown with the questionnaire. */
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
            /** @description The practitioner's next appointments of today and of the next two hours without a check-in. */
            expected: components["schemas"]["ExpectedAppointment"][];
        };
        /** @description A practitioner's queue over one day. */
        QueueDay: {
            practitionerId: components["schemas"]["Id"];
            /**
             * Format: date
             * @description In the practitioner's time zone.
             */
            date: string;
            zone: components["schemas"]["Zone"];
            /** @description Hours in which a patient checked in, in order. */
            hours: components["schemas"]["QueueHour"][];
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
            /** @description Alerts from the intake answers. */
            alerts: components["schemas"]["IntakeAlert"][];
            /** @description What the patient wrote at booking. */
            reason?: components["schemas"]["MultilineText"];
            /** @description The waiting room is open on the patient's screen. */
            present: boolean;
        };
        /** @description How many patients began to wait in one hour, and how long they waited. Numbers only. */
        QueueHour: {
            from: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description Patients who checked in.
             */
            patients: number;
            /**
             * Format: int32
             * @description Half of them waited at most this long. One who still waits counts with the time until now.
             */
            medianMinutes: number;
            /** Format: int32 */
            longestMinutes: number;
            /**
             * Format: int32
             * @description Those of them who still wait.
             */
            waiting: number;
        };
        /** @description The patient's position in the queue. */
        QueuePosition: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            status: components["schemas"]["VisitStatus"];
            /**
             * Format: int32
             * @description 1 is next. 0 after admission.
             */
            position: number;
            /** @description Usual wait from now, based on this practitioner's recent visits; null without data. */
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
        /**
         * @description A race, by the categories of OMB, as code of CDC (`urn:oid:2.16.840.1.113883.6.238`) or HL7 null flavor. FHIR: us-core-race, `ombCategory`.
         * @enum {string}
         */
        RaceCategory: "1002-5" | "2028-9" | "2054-5" | "2076-8" | "2106-3" | "UNK" | "ASKU";
        /** @description The path of a read as it would be requested, with its query: `/v1/patients/{patientId}/conditions?active=true`. */
        ReadPath: string;
        /** @description The response to one of the reads. */
        ReadResponse: {
            /**
             * Format: int32
             * @description The status that the read has when it is requested alone.
             */
            status: number;
            /** @description What the read responds with when it is requested alone: its JSON, or the Problem of a refusal. */
            body: unknown;
        };
        ReadResponses: {
            /** @description In the order of the paths. */
            responses: components["schemas"]["ReadResponse"][];
        };
        /** @description The completed and open requirements before the visit can start. */
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
        ReadsTogether: {
            /** @description Each is a GET with a JSON response that is no document and no stream. */
            paths: components["schemas"]["ReadPath"][];
        };
        /** @description A decision to erase a record, and what proves that it was. It names the patient by id only. */
        RecordErasure: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            basis: components["schemas"]["ErasureBasis"];
            status: components["schemas"]["ErasureStatus"];
            approvedAt: components["schemas"]["Instant"];
            approvedBy: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            erasedAt?: components["schemas"]["Instant"];
            /** @description What was erased, when, and by whom it was decided, with the signature of the deployment. Names no person. */
            certificate?: {
                /** @description JSON, exactly as it was signed. */
                text: string;
                /** @description Ed25519 with the key of the ledger, base64. */
                signature: string;
            };
        };
        RecordIncidentNotice: {
            recipient: components["schemas"]["IncidentRecipient"];
            /**
             * Format: date
             * @description Default: today. Not in the future.
             */
            sentOn?: string;
            /** Format: int32 */
            version: number;
        };
        RecordTraining: {
            memberId: components["schemas"]["Id"];
            /**
             * Format: date
             * @description Default: today. Not in the future.
             */
            completedOn?: string;
        };
        /**
         * @description Why information left the clinic, as staff record it. The first ones are counted in an accounting, the others are not.
         * @enum {string}
         */
        RecordedDisclosurePurpose: "required-by-law" | "public-health" | "abuse-or-neglect" | "health-oversight" | "court" | "law-enforcement" | "coroner" | "organ-donation" | "research" | "serious-threat" | "government" | "workers-compensation" | "not-allowed" | "treatment" | "payment" | "operations" | "to-patient" | "authorization" | "involved-in-care" | "national-security" | "custody" | "limited-data-set";
        /** @description A recorded text, as it is in the row. */
        RecordedText: string;
        /** @description A referral to another provider, open until the report is received. FHIR: ServiceRequest with Task. */
        Referral: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            visitId?: components["schemas"]["Id"];
            /** @description Code of a specialty pack, which has its name, or free text. */
            specialty: string;
            to: string;
            /** @description With the report, for clinicians. The front desk sees only the recipient and the status. */
            question?: components["schemas"]["MultilineText"];
            /** @enum {string} */
            priority: "routine" | "urgent";
            status: components["schemas"]["ReferralStatus"];
            /** @description When the next step is due. */
            nextStepDue?: components["schemas"]["Instant"];
            overdue: boolean;
            history: {
                status: components["schemas"]["ReferralStatus"];
                at: components["schemas"]["Instant"];
                by: components["schemas"]["Id"];
            }[];
            report?: components["schemas"]["MultilineText"];
            createdAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ReferralStatus: "sent" | "accepted" | "declined" | "scheduled" | "seen" | "report-received" | "closed";
        /** @description A patient asks for more of a medicine. FHIR: MedicationRequest, intent `proposal`. */
        RefillRequest: {
            id: components["schemas"]["Id"];
            prescriptionId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The patient. For members only. */
            patient?: components["schemas"]["PatientSummary"];
            medicationName: string;
            /**
             * @description `approved`: a prescription that follows this one was signed.
             * @enum {string}
             */
            status: "open" | "approved" | "declined";
            requestedAt: components["schemas"]["Instant"];
            respondedAt?: components["schemas"]["Instant"];
            /** @description Why it was declined, for the patient. */
            answer?: components["schemas"]["MultilineText"];
            /** Format: int32 */
            version: number;
        };
        /** @description One remittance of a payer. FHIR: PaymentReconciliation. */
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
             * @description The number of held lines, which need a person.
             */
            unmatched: number;
            /**
             * @description `resolved-externally`: no line is held any more, and a person resolved at least one outside Visitkit.
             * @enum {string}
             */
            status: "posted" | "needs-work" | "resolved-externally";
            /** @description The amounts do not balance: no line can be posted. */
            unbalanced: boolean;
            externalResolution?: components["schemas"]["ExternalResolution"];
            receivedAt: components["schemas"]["Instant"];
        };
        RemittanceLine: {
            id: components["schemas"]["Id"];
            /** @description Absent when it matches no claim. */
            claimId?: components["schemas"]["Id"];
            patientId?: components["schemas"]["Id"];
            claimNumber: string;
            /** @enum {string} */
            kind: "payment" | "reversal" | "denial";
            chargeCents: components["schemas"]["Cents"];
            paidCents: components["schemas"]["Cents"];
            patientCents: components["schemas"]["Cents"];
            /** @description Posted, automatically or by a person. */
            posted: boolean;
            /** @description Why it is held, or was held before a person resolved it. */
            holdReason?: components["schemas"]["HoldReason"];
            /**
             * @description How a person resolved it. Absent while it is held.
             * @enum {string}
             */
            resolution?: "matched" | "external";
            externalResolution?: components["schemas"]["ExternalResolution"];
            resolvedAt?: components["schemas"]["Instant"];
        };
        /**
         * @description The person who receives care. FHIR: Patient.Why there are two records of one person.
         * @enum {string}
         */
        ReplacementReason: "registered-twice" | "name-changed" | "imported" | "identity-unknown";
        ReportIncident: {
            /**
             * Format: date
             * @description Default: today. Not in the future.
             */
            discoveredOn?: string;
            description: components["schemas"]["MultilineText"];
        };
        /** @description How it is taken, in the words of the person who reports it. */
        ReportedDirections: string;
        /**
         * @description A medicine that a patient takes and that was not prescribed here: of another clinic, or bought without a prescription. FHIR:
         *     MedicationStatement.
         */
        ReportedMedication: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            medication: components["schemas"]["ReportedMedicine"];
            directions?: components["schemas"]["ReportedDirections"];
            /** @enum {string} */
            status: "active" | "stopped" | "entered-in-error";
            reportedBy: components["schemas"]["MedicationReporter"];
            reportedAt: components["schemas"]["Instant"];
            /** @description When it was marked as stopped or entered in error. Absent while it is active. */
            endedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description How it is called, by the person who reports it. */
        ReportedMedicine: {
            /** @description RxNorm code of a medication that can be prescribed, if it was selected by a clinician. */
            rxcui?: string;
            /** @description The name, such as on the package. */
            name: string;
        };
        RequestOnDemand: {
            patientId: components["schemas"]["Id"];
            /** @description A visit type with `onDemand`. */
            visitTypeId: components["schemas"]["Id"];
            /** @description The state where the patient is. Default: their home state. */
            state?: components["schemas"]["StateCode"];
            /** @description A language that the practitioner must speak. */
            language?: components["schemas"]["Language"];
            /** @description In the patient's own words. */
            reason?: components["schemas"]["MultilineText"];
        };
        RescheduleAppointment: {
            holdId: components["schemas"]["Id"];
        };
        /** @description A room, an interpreter or a device that visits take. A visit takes it from its start to its end, without the buffers of the practitioner. */
        Resource: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ResourceKind"];
            name: string;
            /** @description The languages of an interpreter. */
            languages: components["schemas"]["Language"][];
            zone: components["schemas"]["Zone"];
            weekly: components["schemas"]["ResourceWindow"][];
            /** @description A resource that is not active is not taken by new visits. */
            active: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ResourceKind: "room" | "interpreter" | "equipment";
        /** @description How many resources of one kind a visit takes. */
        ResourceNeed: {
            kind: components["schemas"]["ResourceKind"];
            /** Format: int32 */
            count: number;
        };
        /** @description A window of each week, in the zone of the resource. */
        ResourceWindow: {
            /**
             * Format: int32
             * @description ISO 8601: 1 is Monday, 7 is Sunday.
             */
            weekday: number;
            from: components["schemas"]["WallTime"];
            to: components["schemas"]["WallTime"];
        };
        /**
         * @description How a patient asked a member of staff to end a restriction (45 CFR 164.522(a)(2)). An oral request is documented by this call.
         * @enum {string}
         */
        RestrictionEndRequest: "in-writing" | "orally";
        /**
         * @description A class of records. Each table of the server is in one, or says what ends its growth.
         * @enum {string}
         */
        RetentionClass: "medical" | "financial" | "accesses";
        /** @description For how many years the organization keeps a class of records, after the last activity. */
        RetentionPeriod: {
            class: components["schemas"]["RetentionClass"];
            /** Format: int32 */
            years: number;
            /**
             * Format: int32
             * @description The organization cannot choose fewer.
             */
            leastYears: number;
        };
        /**
         * @description How long the organization keeps records. A patient's record is kept for the longer one of `medical` and `financial`, after the last
         *     activity in it, and of a minor after they come of age.
         */
        RetentionSchedule: {
            periods: components["schemas"]["RetentionPeriod"][];
            /**
             * Format: int32
             * @description The age at which the years of a minor begin.
             */
            majorityAge: number;
            changedAt?: components["schemas"]["Instant"];
            changedBy?: {
                memberId: components["schemas"]["Id"];
                displayName: string | null;
            };
            /**
             * Format: int32
             * @description 0 for what ships.
             */
            version: number;
        };
        /** @description How many records are due, held and erased. It names no one. */
        RetentionSummary: {
            /**
             * Format: int32
             * @description Records whose time is over, without a hold.
             */
            due: number;
            /**
             * Format: int32
             * @description Records with a legal hold.
             */
            held: number;
            /**
             * Format: int32
             * @description Records that were erased, with a certificate.
             */
            erased: number;
        };
        ReviewAccess: {
            decision: components["schemas"]["AccessDecision"];
            /** @description The roles that the reviewer saw. If the member has others now, nothing is recorded. */
            roles: components["schemas"]["Role"][];
        };
        ReviewEmergencyAccess: {
            outcome: components["schemas"]["EmergencyOutcome"];
            /** @description Required unless the access was appropriate. */
            note?: string;
            /** Format: int32 */
            version: number;
        };
        /** @description One line of the risk register. No PHI. */
        Risk: {
            id: components["schemas"]["Id"];
            /** @description What can be harmed. */
            asset: string;
            /** @description What can happen. */
            threat: string;
            /**
             * Format: int32
             * @description From 1, rare, to 5, almost certain.
             */
            likelihood: number;
            /**
             * Format: int32
             * @description From 1, negligible, to 5, severe.
             */
            impact: number;
            treatment: components["schemas"]["RiskTreatment"];
            /** @description What is done about it, and until when. */
            plan?: string;
            /** @description Ids of controls that limit it, such as `C16`. */
            controls: string[];
            ownerId: components["schemas"]["Id"] | null;
            /**
             * Format: date
             * @description The last day until which it must be looked at again.
             */
            reviewOn: string;
            /** @description False when it does not exist any more. */
            active: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        RiskTreatment: "accept" | "mitigate" | "transfer" | "avoid";
        /** @enum {string} */
        Role: "patient" | "proxy" | "practitioner" | "nurse" | "front-desk" | "biller" | "interpreter" | "privacy-officer" | "auditor" | "administrator" | "service";
        /** @description Why the rules of booking were lifted for one visit. */
        RuleOverride: {
            /** @description Encrypted. Members see it at the appointment. */
            reason: components["schemas"]["MultilineText"];
        };
        SaveIntake: {
            answers: components["schemas"]["IntakeAnswer"][];
            /**
             * Format: int32
             * @description The version that the caller read; 0 for the first save.
             */
            version: number;
        };
        SaveNote: {
            /** @description Changes the template. Sections that it does not have are kept below the others. */
            templateCode?: string;
            sections: components["schemas"]["NoteSection"][];
            diagnoses: components["schemas"]["NoteDiagnosis"][];
            vitals: components["schemas"]["Vital"][];
            services: components["schemas"]["NoteService"][];
            /**
             * Format: int32
             * @description The version that the caller read. The server answers `version_conflict` when it has changed, and no text is lost.
             */
            version: number;
        };
        Score: {
            /** @description Code of the questionnaire's ScoreRule, which has the name. */
            code: string;
            /** Format: int32 */
            value: number;
            /** @description Code of the rule's ScoreBand, which has the text. */
            band: string;
        };
        ScoreBand: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
            /** @description A code of the questionnaire. To display it use `text`. */
            code: string;
            text: components["schemas"]["LocalizedText"][];
        };
        /** @description A sum over answers, e.g. the PHQ-9 total. */
        ScoreRule: {
            /** @description A code of the questionnaire. To display it use `name`. */
            code: string;
            loinc?: string;
            name: components["schemas"]["LocalizedText"][];
            linkIds: string[];
            bands: components["schemas"]["ScoreBand"][];
        };
        /**
         * @description Search by keyed hashes, so that the database does not reveal what is searched. A name finds the patients with that name in any spelling,
         *     also a former one or one in another script.
         */
        SearchPatients: {
            family?: string;
            /** @description Any of the given names. */
            given?: string;
            /**
             * @description Whether the names are complete, or the start of a name (at least three letters).
             * @default whole
             * @enum {string}
             */
            match?: "whole" | "start";
            /** Format: date */
            birthDate?: string;
            recordNumber?: string;
            /** @description Any spelling: only the digits count, without the country code of the United States. */
            phone?: string;
        };
        /** @description One participant's right to be in a room. A page never stores it; it is lost when the page closes. */
        Seat: {
            id: components["schemas"]["Id"];
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            role: components["schemas"]["SeatRole"];
            vendor: components["schemas"]["VideoVendor"];
            /** @description For vendors that have their own rooms. */
            roomUrl?: string;
            /** @description The vendor's join token. Always for one room, and always with an expiry. */
            token?: string;
            /** @description For peer calls: the other seats now. The seat with the smaller id is the polite peer. */
            seats: {
                id: components["schemas"]["Id"];
                role: components["schemas"]["SeatRole"];
            }[];
            iceServers: components["schemas"]["IceServer"][];
            expiresAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        SeatRole: "patient" | "proxy" | "practitioner" | "interpreter" | "guest";
        SendSignal: {
            /** @description The recipient's seat. Default: every other seat in the room. */
            to?: components["schemas"]["Id"];
            /** @description At most 16 KB. */
            data: unknown;
        };
        /** @description A file of a message, and the thread in which it was sent. */
        SentFile: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "image" | "pdf";
            /** @enum {string} */
            mediaType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
            /** Format: int32 */
            bytes: number;
            createdAt: components["schemas"]["Instant"];
            from: {
                /** @enum {string} */
                kind: "patient" | "proxy" | "member";
                id: components["schemas"]["Id"];
                displayName: string;
            };
            /** @description The caller sent it. */
            mine: boolean;
            sentAt: components["schemas"]["Instant"];
            thread: {
                id: components["schemas"]["Id"];
                subject: string;
            };
        };
        /** @description One visit of the rule. */
        SeriesOccurrence: {
            start: components["schemas"]["Instant"];
            /** @description Whether it could be held now. */
            works: boolean;
            /** @description Why not. */
            reason?: components["schemas"]["SlotExclusionReason"];
            /** @description Up to three start times nearby that can be held instead. */
            nearest: components["schemas"]["Instant"][];
        };
        SeriesPreview: {
            patientId: components["schemas"]["Id"];
            occurrences: components["schemas"]["SeriesOccurrence"][];
            /**
             * Format: int32
             * @description How many more visits of this type the patient may have ahead. Absent: as many as staff book.
             */
            mayBook?: number;
        };
        /**
         * @description How a server that helps browsers to reach each other was reached.
         * @enum {string}
         */
        ServerReach: "reached" | "refused" | "no-answer" | "not-configured";
        /** @description Services with a price, by code. */
        ServiceCode: {
            /** @enum {string} */
            codeSystem: "HCPCS" | "CPT" | "local";
            /** @description A HCPCS code, a CPT code (licensed) or a code of the organization. */
            code: string;
            name: string;
            chargeCents?: components["schemas"]["Cents"];
        };
        /** @description A telephone number, or a short number such as 911 or 988. */
        ServiceNumber: string;
        /** @description The time limits of a session, by the server's clock. */
        Session: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "patient" | "proxy" | "member" | "guest" | "service";
            clientId: string;
            createdAt: components["schemas"]["Instant"];
            lastActiveAt: components["schemas"]["Instant"];
            /** @description When the session ends without activity of the person; null for services. */
            idleEndsAt: components["schemas"]["Instant"] | null;
            /** @description When the session ends in any case. */
            absoluteEndsAt: components["schemas"]["Instant"];
            /** @description True for the session of this request. */
            current: boolean;
            /**
             * @description How this person still has to sign in before the server shows anything about patients; null if nothing is missing. Until then requests
             *     fail with `strong_sign_in_required`. Confirm this session with a sign-in of that strength, or start another.
             */
            neededSignIn: components["schemas"]["SignInStrength"] | null;
            /**
             * @description When a training that this person's roles require expires, and requests for anything of patients begin to fail with
             *     `training_expired`; null if no training stops them.
             */
            trainingEndsAt: components["schemas"]["Instant"] | null;
        };
        SeveralHolds: {
            /** @description In the order of the patients. */
            items: components["schemas"]["Hold"][];
        };
        /**
         * @description How staff have to sign in. What counts as each is policy, by the authentication methods of RFC 8176.
         * @enum {string}
         */
        SignInStrength: "second-step" | "hardware-key";
        /** @description A bookable start time. FHIR: Slot. */
        Slot: {
            start: components["schemas"]["Instant"];
            /** @description Seats left in each group visit at this time: a number for each practitioner who is free, in the same order. Only for groups. */
            seatsLeft?: number[];
            /** @description The practitioners who are free: a character for each entry of `practitioners`, in the same order. `1` is free, `0` is not. */
            free: string;
        };
        /** @description Why a practitioner, or some of their slots, are not offered. */
        SlotExclusion: {
            practitionerId: components["schemas"]["Id"];
            reason: components["schemas"]["SlotExclusionReason"];
            /**
             * Format: int32
             * @description The number of start times that this reason excludes. Absent when it excludes the practitioner.
             */
            starts?: number;
        };
        /** @enum {string} */
        SlotExclusionReason: "specialty" | "language" | "not-licensed" | "age" | "inactive" | "no-availability" | "fully-booked" | "daily-limit" | "weekly-limit" | "resources-taken" | "notice" | "horizon" | "patient-busy";
        SlotSearchResult: {
            /** @description Distinct start times, in ascending order. */
            items: components["schemas"]["Slot"][];
            /** @description Each practitioner who is free at one of these times, and with `explain` each who is excluded. */
            practitioners: components["schemas"]["PractitionerSummary"][];
            /**
             * Format: int32
             * @description Length of the visit. A slot ends this many minutes after its start.
             */
            minutes: number;
            /** @description The patient whose age and state were applied. */
            patientId?: components["schemas"]["Id"];
            /** @description With `prefer`: the practitioner of the patient's last completed visit of this specialty. */
            lastPractitionerId?: components["schemas"]["Id"];
            /** @description The window that was searched. It is shorter than requested when it exceeds the horizon. */
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            /** @description The first start time that is not in `items`. Send it as `from` for the next page. Absent on the last page. */
            nextFrom?: components["schemas"]["Instant"];
            /** @description For the whole window, not only for this page. */
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
            /** @description The covered practitioner. */
            practitionerId: components["schemas"]["Id"];
            reason: components["schemas"]["CoverReason"];
            /** @description At most the policy's number of hours from now. Default 12. */
            until: components["schemas"]["Instant"];
        };
        /** @description A state or territory of the United States, two letters, e.g. `OH`. */
        StateCode: string;
        /** @description A patient's balance with its details. */
        Statement: {
            patientId: components["schemas"]["Id"];
            /** @enum {string} */
            currency: "USD";
            /** @description The amount due now. Negative: a credit of the patient. */
            balanceCents: components["schemas"]["Cents"];
            /** @description The amount that is open between the clinic and the payers. */
            pendingCents: components["schemas"]["Cents"];
            /** @description The part of `pendingCents` that the payers have refused and were not asked about again: the clinic decides what to do. */
            refusedCents: components["schemas"]["Cents"];
            visits: components["schemas"]["StatementVisit"][];
            nextCursor: string | null;
            payments: components["schemas"]["Payment"][];
        };
        StatementLine: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            kind: "charge" | "insurance-paid" | "insurance-discount" | "written-off" | "patient-payment" | "refund" | "correction";
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
            /** @description What the clinic does not collect. */
            writtenOffCents: components["schemas"]["Cents"];
            patientPaidCents: components["schemas"]["Cents"];
            dueCents: components["schemas"]["Cents"];
            /**
             * @description `insurance-refused`: the payer has decided, an amount is open on its side, and it was not asked again. The clinic decides what to do.
             * @enum {string}
             */
            state: "waiting-for-insurance" | "insurance-refused" | "due" | "settled";
            /** @description The name of the payer whose answer is awaited. Absent when none is. */
            waitsFor?: string;
            /**
             * @description The patient pays, and asked that no payer is informed. Absent when not.
             * @enum {boolean}
             */
            restricted?: true;
            lines: components["schemas"]["StatementLine"][];
        };
        /**
         * @description Who asked a payer about a claim.
         * @enum {string}
         */
        StatusInquirer: "member" | "server";
        /** @description A question to a payer about a claim (276), and its answer (277). It changes neither the claim nor any money. FHIR: Task. */
        StatusInquiry: {
            id: components["schemas"]["Id"];
            askedBy: components["schemas"]["StatusInquirer"];
            state: components["schemas"]["StatusInquiryState"];
            askedAt: components["schemas"]["Instant"];
            answeredAt?: components["schemas"]["Instant"];
            /** @description Empty until it is answered. */
            statuses: components["schemas"]["ClaimStatusAtPayer"][];
            /** @description Why it was refused or did not arrive. */
            code?: string;
            /**
             * Format: date
             * @description The day on which the status took effect.
             */
            effectiveOn?: string;
            paidCents?: components["schemas"]["Cents"];
            /** @description The check or the transfer, as the payer names it. */
            paymentNumber?: string;
        };
        /**
         * @description Where a question about a claim is.
         * @enum {string}
         */
        StatusInquiryState: "sending" | "answered" | "rejected" | "undelivered";
        /** @description A change to preview. Exactly one of its properties is given. */
        SupplyChange: {
            availability?: {
                practitionerId: components["schemas"]["Id"];
                zone: components["schemas"]["Zone"];
                weekly: components["schemas"]["WeeklyWindow"][];
                exceptions: components["schemas"]["AvailabilityException"][];
                limits?: components["schemas"]["BookingLimits"];
                /** Format: int32 */
                weight?: number;
                /**
                 * Format: int32
                 * @description The version that the caller read; 0 for the first save.
                 */
                version: number;
                /**
                 * Format: int32
                 * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
                 *     `appointments_affected` and their number.
                 * @default 0
                 */
                affected?: number;
            };
            timeOff?: {
                practitionerId: components["schemas"]["Id"];
                from: components["schemas"]["WallDateTime"];
                to: components["schemas"]["WallDateTime"];
                /** @default flag */
                appointments?: components["schemas"]["AppointmentHandling"];
            };
            closures?: components["schemas"]["PutClosures"];
            practitioner?: {
                practitionerId: components["schemas"]["Id"];
                active?: boolean;
                licenses?: components["schemas"]["License"][];
                specialties?: string[];
            };
            visitType?: {
                visitTypeId: components["schemas"]["Id"];
                name?: components["schemas"]["LocalizedText"][];
                description?: components["schemas"]["LocalizedText"][];
                /** Format: int32 */
                minutes?: number;
                /** Format: int32 */
                bufferBeforeMinutes?: number;
                /** Format: int32 */
                bufferAfterMinutes?: number;
                /** Format: int32 */
                stepMinutes?: number;
                modality?: components["schemas"]["Modality"];
                requiredConsents?: components["schemas"]["ConsentPurpose"][];
                questionnaires?: string[];
                licenseRequired?: boolean;
                /** @description Null for any age. */
                ages?: components["schemas"]["AgeRange"] | null;
                /** Format: int32 */
                minimumNoticeMinutes?: number;
                /** Format: int32 */
                horizonDays?: number;
                /** Format: int32 */
                cancellationNoticeMinutes?: number;
                onDemand?: boolean;
                /** @description What the visit takes in addition to its practitioner. Default: nothing. */
                resources?: components["schemas"]["ResourceNeed"][];
                /** @description Further practitioners who take part. Default: none. */
                additionalPractitioners?: components["schemas"]["PractitionerNeed"][];
                /**
                 * Format: int32
                 * @description How many patients take part in one visit: more than one for a group. Default: one.
                 */
                capacity?: number;
                bookingMode?: components["schemas"]["BookingMode"];
                /** @description Null for none. Booked appointments keep theirs. */
                sensitivity?: components["schemas"]["VisitSensitivity"] | null;
                /** @description `false` retires the type, `true` offers it again. */
                active?: boolean;
                /**
                 * Format: int32
                 * @description The version that the caller read.
                 */
                version: number;
                /**
                 * Format: int32
                 * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
                 *     `appointments_affected` and their number.
                 * @default 0
                 */
                affected?: number;
            };
            resource?: {
                resourceId: components["schemas"]["Id"];
                name?: string;
                languages?: components["schemas"]["Language"][];
                zone?: components["schemas"]["Zone"];
                weekly?: components["schemas"]["ResourceWindow"][];
                active?: boolean;
                /**
                 * Format: int32
                 * @description The version that the caller read.
                 */
                version: number;
                /**
                 * Format: int32
                 * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
                 *     `appointments_affected` and their number.
                 * @default 0
                 */
                affected?: number;
            };
        };
        /** @description What a change would do. Nothing is stored. */
        SupplyChangePreview: {
            /** @description By start time. */
            items: components["schemas"]["AffectedAppointment"][];
            /** @description Pass as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
            /**
             * Format: int32
             * @description All affected appointments. Send it as `affected` with the change.
             */
            count: number;
            /**
             * Format: int32
             * @description Holds that the change would release.
             */
            holds: number;
        };
        /**
         * @description Why a booked appointment can no longer take place as it was booked. All are on the side of the clinic.
         * @enum {string}
         */
        SupportReason: "outside-hours" | "time-off" | "closed" | "practitioner-inactive" | "specialty" | "not-licensed" | "resource-unavailable" | "participant-unavailable" | "age";
        /** @enum {string} */
        SupportStatus: "supported" | "unsupported";
        /** @description The patient's rating of a visit. */
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
            comment?: components["schemas"]["MultilineText"];
            answeredAt?: components["schemas"]["Instant"];
        };
        /** @description What an agency asked for, as it is recorded. */
        SuspensionRequest: {
            /**
             * Format: date
             * @description The last day. Of a request that was only said at most 30 days from today.
             */
            until: string;
            statement: components["schemas"]["SuspensionStatement"];
            official: string;
        };
        /**
         * @description How an agency asked not to account for a disclosure (164.528(a)(2)).
         * @enum {string}
         */
        SuspensionStatement: "written" | "oral";
        /** @description A resource that a hold or an appointment has taken. */
        TakenResource: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ResourceKind"];
            name: string;
        };
        /** @enum {string} */
        TaskKind: "call-patient" | "review-result" | "critical-result" | "unmatched-result" | "intake-alert" | "no-show" | "rebook-appointment" | "answer-request" | "referral-overdue" | "low-survey" | "survey-comment" | "pharmacy" | "other";
        /**
         * @description The origin of a task.
         * @enum {string}
         */
        TaskSource: "Appointment" | "LabResult" | "Prescription" | "Referral" | "Survey" | "UnmatchedResult" | "Visit";
        /** @description A text that a short word stands for. It belongs to one person or to the organization and contains no patient data. */
        TextMacro: {
            name: components["schemas"]["MacroName"];
            /** @description Whether it belongs to the organization. Of two with the same name, a person's own counts. */
            shared: boolean;
            text: components["schemas"]["MultilineText"];
            /** Format: int32 */
            version: number;
        };
        /** @description A conversation of a patient with the care team, the newest messages first. */
        Thread: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            topic: components["schemas"]["ThreadTopic"];
            /** @description Empty for the thread of a visit. */
            subject: string;
            /** @enum {string} */
            status: "open" | "closed";
            /** @description The role that must reply, until a member takes the thread over. */
            assigneeRole: components["schemas"]["Role"];
            assignee?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            visitId?: components["schemas"]["Id"];
            /**
             * Format: int32
             * @description The number of messages that the caller has not read.
             */
            unread: number;
            /**
             * @description Who must reply next.
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
            text: components["schemas"]["MultilineText"];
            attachments: components["schemas"]["Attachment"][];
            at: components["schemas"]["Instant"];
        };
        ThreadSummary: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            topic: components["schemas"]["ThreadTopic"];
            /** @description Empty for the thread of a visit. */
            subject: string;
            /** @enum {string} */
            status: "open" | "closed";
            /** @description The role that must reply, until a member takes the thread over. */
            assigneeRole: components["schemas"]["Role"];
            assignee?: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            visitId?: components["schemas"]["Id"];
            /**
             * Format: int32
             * @description The number of messages that the caller has not read.
             */
            unread: number;
            /**
             * @description Who must reply next.
             * @enum {string}
             */
            waitingFor: "care-team" | "patient" | "none";
            lastMessageAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ThreadTopic: "question" | "medication" | "result" | "appointment" | "billing" | "visit";
        /**
         * @description A time at which a practitioner does not work, whatever their hours. No visit is offered that would overlap it; the time before and after a
         *     visit may.
         */
        TimeOff: {
            id: components["schemas"]["Id"];
            from: components["schemas"]["WallDateTime"];
            /** @description The first moment at which they work again. */
            to: components["schemas"]["WallDateTime"];
            reason: components["schemas"]["TimeOffReason"];
        };
        /** @enum {string} */
        TimeOffReason: "vacation" | "sick" | "meeting" | "training" | "other";
        /** @description RFC 6749 and RFC 8693 token request. Sent as a form, with the client's secret in HTTP Basic. */
        TokenRequest: {
            /** @enum {string} */
            grant_type: "urn:ietf:params:oauth:grant-type:token-exchange" | "urn:visitkit:params:oauth:grant-type:guest" | "client_credentials" | "refresh_token";
            /** @description The portal's proof of the person's identity: an ID token of the organization's registered issuer. */
            subject_token?: string;
            /** @enum {string} */
            subject_token_type?: "urn:ietf:params:oauth:token-type:id_token" | "urn:ietf:params:oauth:token-type:jwt";
            refresh_token?: string;
            /**
             * @description Step-up: the person's session that the fresh authentication confirms. The exchange starts no other session, so that a seat in a room
             *     and the live stream of this session continue.
             */
            session_id?: string;
            /**
             * @description With a subject token: the code of an invitation, as the person typed it. The verified sign-in accepts the invitation, is linked to the
             *     person whom it names, and gets a session. Cannot be combined with `session_id`. An extension parameter (RFC 6749, 8.2).
             */
            invitation?: string;
            /**
             * @description With the grant type of guests, which takes no subject token: the name of the guest, as they typed it. The code in `invitation` is that of
             *     a guest of one visit, and the session is for that visit only. An extension grant (RFC 6749, 4.5).
             */
            guest_name?: string;
            /** @description The browser origin to which the session is bound, e.g. `https://portal.lakeside.example`. */
            origin?: string;
            /** @description For public clients. Confidential clients use HTTP Basic. */
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
            /** @description Rotates with each use. Using an old one ends the session. */
            refresh_token?: string;
            session_id: components["schemas"]["Id"];
        };
        /** @description A course that staff take again before it expires. */
        TrainingCourse: {
            id: components["schemas"]["Id"];
            title: string;
            /**
             * Format: int32
             * @description Days for which a completion is valid.
             */
            validDays: number;
            /** @description Those who have one of these roles must take it. */
            roles: components["schemas"]["Role"][];
            /** @description True: whose completion has expired sees no patients until a newer one is recorded. */
            stopsAccess: boolean;
            active: boolean;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description How a member stands with a course.
         * @enum {string}
         */
        TrainingStatus: "current" | "expires-soon" | "expired" | "missing";
        /** @description An amount with its unit of UCUM: `mL`, `mg`, `[drp]`, and `{tablet}` for what UCUM only annotates. */
        UcumAmount: {
            /** Format: double */
            value: number;
            unit: string;
        };
        /** @enum {string} */
        UnmatchedReason: "unknown-order" | "identity-differs" | "order-cancelled" | "foreign-laboratory" | "contradictory" | "unknown-code";
        /** @description A response about an order (ORL), as the laboratory wrote it. */
        UnmatchedResponse: {
            status: components["schemas"]["LabResponseStatus"];
            text?: string;
        };
        /** @description A result that matches no order or no patient, or a response about an order that does not fit. */
        UnmatchedResult: {
            id: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
            reason: components["schemas"]["UnmatchedReason"];
            /** @description The patient of the order that the laboratory names, when the person differs. */
            patientId?: components["schemas"]["Id"];
            /** @description The laboratory's data about the person. */
            person: {
                name: string;
                birthDate?: string;
                sex?: string;
            };
            placerNumber?: string;
            /** @description Empty if a response names none. */
            fillerNumber: string;
            /** @description Empty if a response names none. */
            testName: string;
            /** @description Present if it is a response about an order, and no result. */
            response?: components["schemas"]["UnmatchedResponse"];
            /** @description The escalation of a critical value. It notifies the roles of the organization until a person decides. */
            critical?: components["schemas"]["CriticalValue"];
            /** @enum {string} */
            status: "open" | "matched" | "returned";
        };
        /** @description Properties that are left out do not change. */
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
             * @description `disabled` ends every session, socket and seat of the person within seconds, and revokes an invitation. The sign-in stays linked.
             * @enum {string}
             */
            status?: "active" | "disabled";
            /** Format: int32 */
            version: number;
        };
        /** @description What to change. Properties that are left out do not change. */
        UpdateObligation: {
            title?: string;
            /** Format: int32 */
            everyDays?: number;
            ownerId?: components["schemas"]["Id"];
            active?: boolean;
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
             * @description The version that the caller read. The server answers `version_conflict` when it has changed.
             */
            version: number;
        };
        UpdatePatient: {
            name?: components["schemas"]["PersonName"];
            /** @description All of them: a name that is left out is removed. */
            otherNames?: components["schemas"]["OtherName"][];
            /** @enum {string} */
            sex?: "female" | "male" | "other" | "unknown";
            email?: components["schemas"]["Email"];
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
            /** @description The official name, for claims, orders and prescriptions. Without it, its parts are those of `displayName`. */
            name?: components["schemas"]["PractitionerName"];
            otherNames?: components["schemas"]["PractitionerOtherName"][];
            title?: components["schemas"]["LocalizedText"][];
            specialties?: string[];
            languages?: components["schemas"]["Language"][];
            zone?: components["schemas"]["Zone"];
            licenses?: components["schemas"]["License"][];
            profession?: components["schemas"]["Profession"];
            npi?: string;
            active?: boolean;
            /** Format: int32 */
            version: number;
            /**
             * Format: int32
             * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
             *     `appointments_affected` and their number.
             * @default 0
             */
            affected?: number;
        };
        /** @description Properties that are left out do not change; null removes a value. */
        UpdateProxy: {
            email?: components["schemas"]["Email"] | null;
            phone?: components["schemas"]["Phone"] | null;
        };
        /** @description What to change. Booked visits keep what they have taken; without its hours they are `unsupported`. */
        UpdateResource: {
            name?: string;
            languages?: components["schemas"]["Language"][];
            zone?: components["schemas"]["Zone"];
            weekly?: components["schemas"]["ResourceWindow"][];
            active?: boolean;
            /**
             * Format: int32
             * @description The version that the caller read.
             */
            version: number;
            /**
             * Format: int32
             * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
             *     `appointments_affected` and their number.
             * @default 0
             */
            affected?: number;
        };
        /** @description What to change. The date of the next review is set again with every change, and also by a change of nothing. */
        UpdateRisk: {
            /** Format: int32 */
            likelihood?: number;
            /** Format: int32 */
            impact?: number;
            treatment?: components["schemas"]["RiskTreatment"];
            plan?: string;
            controls?: components["schemas"]["ControlId"][];
            ownerId?: components["schemas"]["Id"];
            active?: boolean;
            /** Format: int32 */
            version: number;
        };
        UpdateTrainingCourse: {
            title?: string;
            /** Format: int32 */
            validDays?: number;
            roles?: components["schemas"]["Role"][];
            stopsAccess?: boolean;
            active?: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @description What to change. Booked appointments keep their length and their time. */
        UpdateVisitType: {
            name?: components["schemas"]["LocalizedText"][];
            description?: components["schemas"]["LocalizedText"][];
            /** Format: int32 */
            minutes?: number;
            /** Format: int32 */
            bufferBeforeMinutes?: number;
            /** Format: int32 */
            bufferAfterMinutes?: number;
            /** Format: int32 */
            stepMinutes?: number;
            modality?: components["schemas"]["Modality"];
            requiredConsents?: components["schemas"]["ConsentPurpose"][];
            questionnaires?: string[];
            licenseRequired?: boolean;
            /** @description Null for any age. */
            ages?: components["schemas"]["AgeRange"] | null;
            /** Format: int32 */
            minimumNoticeMinutes?: number;
            /** Format: int32 */
            horizonDays?: number;
            /** Format: int32 */
            cancellationNoticeMinutes?: number;
            onDemand?: boolean;
            /** @description What the visit takes in addition to its practitioner. Default: nothing. */
            resources?: components["schemas"]["ResourceNeed"][];
            /** @description Further practitioners who take part. Default: none. */
            additionalPractitioners?: components["schemas"]["PractitionerNeed"][];
            /**
             * Format: int32
             * @description How many patients take part in one visit: more than one for a group. Default: one.
             */
            capacity?: number;
            bookingMode?: components["schemas"]["BookingMode"];
            /** @description Null for none. Booked appointments keep theirs. */
            sensitivity?: components["schemas"]["VisitSensitivity"] | null;
            /** @description `false` retires the type, `true` offers it again. */
            active?: boolean;
            /**
             * Format: int32
             * @description The version that the caller read.
             */
            version: number;
            /**
             * Format: int32
             * @description The number of booked appointments that the caller has seen stranded in a preview. When the change strands more, it is refused with
             *     `appointments_affected` and their number.
             * @default 0
             */
            affected?: number;
        };
        /** @enum {string} */
        VideoVendor: "peer" | "daily" | "twilio" | "vonage";
        /** @description A visit. FHIR: Encounter, class VR. */
        Visit: {
            id: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            practitioner: components["schemas"]["PractitionerSummary"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            modality: components["schemas"]["Modality"];
            status: components["schemas"]["VisitStatus"];
            /** @description Shown to the practitioner and the patient. */
            location?: components["schemas"]["PatientLocation"];
            callbackPhone?: components["schemas"]["Phone"];
            emergencyContact?: components["schemas"]["EmergencyContact"];
            /** @description Why there is no emergency contact. Both are absent where the patient could not be asked, in an emergency. */
            noEmergencyContact?: components["schemas"]["NoEmergencyContactReason"];
            deviceCheck?: components["schemas"]["DeviceCheck"];
            participants: components["schemas"]["Participant"][];
            /** @description Consents that the visit needs and that were revoked during it. No one has a seat until the patient agrees again. Absent without one. */
            stoppedFor?: components["schemas"]["ConsentPurpose"][];
            /** @description The consents on which check-in and admission relied, the oldest first. Absent where none was needed, or before it was recorded. */
            consentsUsed?: components["schemas"]["ConsentUse"][];
            /** @description Only of a visit that began in an emergency without the consent to telehealth treatment. */
            emergencyAdmission?: components["schemas"]["EmergencyAdmission"];
            vendor: components["schemas"]["VideoVendor"];
            /** @description Off unless every participant consented. */
            recording: boolean;
            checkedInAt: components["schemas"]["Instant"];
            admittedAt?: components["schemas"]["Instant"];
            startedAt?: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            outcome?: components["schemas"]["VisitOutcome"];
            /** Format: int32 */
            version: number;
        };
        /** @description A guest of one visit, as the patient and the clinic see them. */
        VisitGuest: {
            id: components["schemas"]["Id"];
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description As the person who invited them wrote it. */
            name: string;
            /** @description As the guest wrote it with the code. Absent until then. */
            ownName?: string;
            kind: components["schemas"]["GuestKind"];
            status: components["schemas"]["GuestStatus"];
            /** @description The name of the person who invited them. */
            invitedBy: string;
            /** @description Whether the patient, or a person who acts for the patient, invited them. Otherwise the clinic did. */
            invitedByPatient: boolean;
            /** @description From when the code is accepted, and until when. */
            opensAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        VisitGuests: {
            appointmentId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description In the order in which they were invited. */
            items: components["schemas"]["VisitGuest"][];
        };
        /** @enum {string} */
        VisitOutcome: "completed" | "patient-left" | "technical-failure" | "emergency";
        /**
         * @description What a visit is about, if others may not learn of it. FHIR: `meta.security`, with the codes `SUD`, `SEX` and `MH` of HL7 v3 ActCode. Records of
         *     `substance-use` and `reproductive-health` are shown only to roles with `sensitive-record:read`, and to proxies with the scope `sensitive`.
         *     `mental-health` decides only whether a minor may consent alone.
         * @enum {string}
         */
        VisitSensitivity: "substance-use" | "reproductive-health" | "mental-health";
        /** @enum {string} */
        VisitStatus: "waiting" | "admitted" | "in-progress" | "ended";
        /** @description The summary of a visit for the patient. */
        VisitSummary: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            practitioner: components["schemas"]["PractitionerSummary"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            visitAt: components["schemas"]["Instant"];
            /** @enum {string} */
            status: "draft" | "published";
            /** @description In the patient's language, written by the clinician. */
            instructions: {
                heading: components["schemas"]["LocalizedText"][];
                text: components["schemas"]["MultilineText"];
            }[];
            diagnoses: {
                code: string;
                display: string;
            }[];
            /** @description Addenda of the signed note, in order. The summary has the signed text, and the addenda correct it. */
            corrections: {
                text: components["schemas"]["MultilineText"];
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
            /** @description When it was corrected after publication. */
            correctedAt?: components["schemas"]["Instant"];
            publishedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description What is written in the room of a visit. */
        VisitThread: {
            visitId: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description Absent until the first message. */
            thread?: components["schemas"]["Thread"];
        };
        /** @description A type of visit that can be booked. FHIR: HealthcareService. */
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
             * @description Start times are this many minutes apart, counted from the start of each window of the practitioner. A multiple of 5.
             */
            stepMinutes: number;
            modality: components["schemas"]["Modality"];
            requiredConsents: components["schemas"]["ConsentPurpose"][];
            /** @description Codes of the questionnaires to complete before the visit. */
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
             * @description How many days ahead it can be booked: to the end of that day in the organization's zone.
             */
            horizonDays: number;
            /**
             * Format: int32
             * @description Shortest time before the start at which a patient may still cancel or reschedule. Does not apply just after booking.
             */
            cancellationNoticeMinutes: number;
            /** @description What the visit takes in addition to its practitioner. Absent: nothing. */
            resources?: components["schemas"]["ResourceNeed"][];
            /** @description Further practitioners who take part. Absent: none. */
            additionalPractitioners?: components["schemas"]["PractitionerNeed"][];
            /**
             * Format: int32
             * @description How many patients take part in one visit. Absent: one.
             */
            capacity?: number;
            /** @description Patients can wait for the next free practitioner, without a time. Default: no. */
            onDemand?: boolean;
            bookingMode: components["schemas"]["BookingMode"];
            /** @description Kept with each appointment when it is booked. Absent: others may learn of it. */
            sensitivity?: components["schemas"]["VisitSensitivity"];
            /** @description A retired type cannot be booked. Its appointments keep it. */
            active: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @description One measurement. FHIR: Observation, category vital-signs. */
        Vital: {
            loinc: components["schemas"]["VitalSign"];
            /** Format: double */
            value: number;
            /** @description UCUM, e.g. `/min`, `mm[Hg]`, `Cel`, `kg`. Show it in the usual notation. */
            unit: string;
            /**
             * @description In a video visit most are reported by the patient.
             * @enum {string}
             */
            source: "patient-reported" | "measured" | "device";
            /** @description If it was not at the visit, e.g. at home before it. Not in the future. */
            measuredAt?: components["schemas"]["Instant"];
        };
        /** @description What was corrected after the signature, by whom, and what it was before. FHIR: Provenance of the Observation. */
        VitalChange: {
            /**
             * @description The status since then.
             * @enum {string}
             */
            status: "corrected" | "entered-in-error";
            before: {
                /** Format: double */
                value: number;
                /** @description UCUM. */
                unit: string;
                measuredAt: components["schemas"]["Instant"];
            };
            by: {
                memberId: components["schemas"]["Id"];
                displayName: string;
            };
            at: components["schemas"]["Instant"];
        };
        /** @description One measurement as it is known now. FHIR: Observation, category vital-signs. */
        VitalObservation: {
            /** @description Of the measurement. It stays the same through corrections. */
            id: components["schemas"]["Id"];
            loinc: components["schemas"]["VitalSign"];
            /** Format: double */
            value: number;
            /** @description UCUM, e.g. `/min`, `mm[Hg]`, `Cel`, `kg`. Show it in the usual notation. */
            unit: string;
            /**
             * @description In a video visit most are reported by the patient.
             * @enum {string}
             */
            source: "patient-reported" | "measured" | "device";
            /** @description Default: the time of the visit. FHIR: Observation.effective. */
            measuredAt: components["schemas"]["Instant"];
            status: components["schemas"]["VitalStatus"];
            /** @description The corrections, the oldest first. */
            changes: components["schemas"]["VitalChange"][];
        };
        /**
         * @description A vital sign, by LOINC code.
         * @enum {string}
         */
        VitalSign: "8480-6" | "8462-4" | "8867-4" | "9279-1" | "8310-5" | "2708-6" | "59408-5" | "29463-7" | "8302-2" | "39156-5" | "9843-4" | "72514-3" | "2339-0";
        /**
         * @description FHIR: Observation.status.
         * @enum {string}
         */
        VitalStatus: "preliminary" | "final" | "corrected" | "entered-in-error";
        /** @description A balance that is not the patient's yet: another coverage has to answer first. */
        WaitingBalance: {
            claimId: components["schemas"]["Id"];
            claimNumber: string;
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            /** Format: date */
            serviceDate: string;
            coverageId: components["schemas"]["Id"];
            payer: components["schemas"]["Payer"];
            amountCents: components["schemas"]["Cents"];
        };
        /** @description A place in the line for times that become free. */
        WaitlistEntry: {
            id: components["schemas"]["Id"];
            patientId: components["schemas"]["Id"];
            /** @description The patient. For members only. */
            patient?: components["schemas"]["PatientSummary"];
            visitTypeId: components["schemas"]["Id"];
            visitTypeName: components["schemas"]["LocalizedText"][];
            /** @description The requested practitioner. */
            practitioner?: components["schemas"]["PractitionerSummary"];
            /**
             * Format: date
             * @description The first day, on the organization's calendar. Later than requested when the patient is too young before.
             */
            from: string;
            /**
             * Format: date
             * @description The last day. Earlier than requested when the patient is too old afterwards.
             */
            to: string;
            weekdays?: components["schemas"]["IsoWeekday"][];
            dayParts?: components["schemas"]["DayPart"][];
            language?: components["schemas"]["Language"];
            state: components["schemas"]["StateCode"];
            /** @description The appointment that moves to the offered time. When accepted: the appointment that was booked or moved. */
            appointmentId?: components["schemas"]["Id"];
            status: components["schemas"]["WaitlistStatus"];
            /** @description The order of the line. */
            joinedAt: components["schemas"]["Instant"];
            /** @description While the status is `offered`. */
            offer?: components["schemas"]["WaitlistOffer"];
            /** Format: int32 */
            version: number;
        };
        /** @description A time that is reserved for the patient for some minutes. */
        WaitlistOffer: {
            start: components["schemas"]["Instant"];
            end: components["schemas"]["Instant"];
            practitioner: components["schemas"]["PractitionerSummary"];
            expiresAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        WaitlistStatus: "waiting" | "offered" | "accepted" | "left" | "expired";
        /** @description A wall-clock date and time, `YYYY-MM-DDTHH:MM`, a multiple of five minutes, in the zone of what it belongs to. */
        WallDateTime: string;
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
            /** @description HTTP status of the last response, or an error such as `unreachable`. For the operator of the endpoint. */
            lastResponse?: string;
            createdAt: components["schemas"]["Instant"];
            settledAt?: components["schemas"]["Instant"];
        };
        /** @description A URL of an integrator that receives events. */
        WebhookEndpoint: {
            id: components["schemas"]["Id"];
            url: string;
            /** @description `*` for all. */
            events: (components["schemas"]["WebhookEventType"] | "*")[];
            /** @enum {string} */
            status: "active" | "disabled";
            /**
             * @description Why it is disabled. `failing`: every delivery failed for days.
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
        WebhookEventType: "identity.proofs-refused" | "directory.member-disabled" | "consent.consent-revoked" | "scheduling.appointment-requested" | "scheduling.appointment-declined" | "scheduling.appointment-booked" | "scheduling.appointment-rescheduled" | "scheduling.appointment-cancelled" | "scheduling.appointment-missed" | "intake.submitted" | "visits.checked-in" | "visits.started" | "visits.ended" | "documentation.note-signed" | "documentation.note-addended" | "prescriptions.prescription-signed" | "prescriptions.prescription-changed" | "prescriptions.attention-needed" | "labs.order-placed" | "labs.order-changed" | "labs.result-received" | "labs.result-corrected" | "labs.result-released" | "billing.claim-changed" | "billing.remittance-posted" | "follow_up.summary-published" | "follow_up.referral-changed" | "messaging.message-posted";
        WeeklyWindow: {
            /**
             * Format: int32
             * @description ISO 8601: 1 is Monday, 7 is Sunday.
             */
            weekday: number;
            from: components["schemas"]["WallTime"];
            to: components["schemas"]["WallTime"];
            /** @description Only these visit types. Default: all of the practitioner's. */
            visitTypeIds?: components["schemas"]["Id"][];
        };
        /** @description What is open on the payer's side of a visit, and will not be collected. It takes effect when a second person approves it. */
        WriteOff: {
            id: components["schemas"]["Id"];
            claimId: components["schemas"]["Id"];
            claimNumber: string;
            patientId: components["schemas"]["Id"];
            patient?: components["schemas"]["PatientSummary"];
            amountCents: components["schemas"]["Cents"];
            reason: components["schemas"]["WriteOffReason"];
            state: components["schemas"]["WriteOffState"];
            comment?: components["schemas"]["MultilineText"];
            askedBy: string;
            askedAt: components["schemas"]["Instant"];
            /** @description The caller asked for it, so that another person must approve it. */
            isOwn: boolean;
            decidedBy?: string;
            decidedAt?: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        WriteOffReason: "filing-too-late" | "not-covered" | "authorization-missing" | "appeal-refused" | "small-amount" | "other";
        /** @enum {string} */
        WriteOffState: "asked" | "approved" | "refused" | "undone";
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
            /** @description The patient's choice. Default: their preferred pharmacy. */
            pharmacyId?: components["schemas"]["Id"];
            noteToPharmacist?: components["schemas"]["MultilineText"];
            acknowledgments: components["schemas"]["Acknowledgment"][];
        };
        /** @description An IANA time zone, e.g. `America/New_York`. */
        Zone: string;
    };
    responses: never;
    parameters: {
        "AccessReportQuery.action": components["schemas"]["AuditAction"];
        "AccessReportQuery.actorId": components["schemas"]["RecordedText"];
        "AccessReportQuery.actorKind": "patient" | "proxy" | "member" | "guest" | "service" | "system";
        /** @description `unlisted` finds the codes of other versions of the server. */
        "AccessReportQuery.actorRole": components["schemas"]["ActorRole"];
        "AccessReportQuery.clientId": components["schemas"]["RecordedText"];
        /** @description `Unlisted` finds the codes of other versions of the server. */
        "AccessReportQuery.entity": components["schemas"]["AuditedEntity"];
        "AccessReportQuery.entityId": components["schemas"]["RecordedText"];
        /** @description Inclusive. */
        "AccessReportQuery.from": components["schemas"]["Instant"];
        "AccessReportQuery.id": components["schemas"]["Id"];
        "AccessReportQuery.onBehalfOf": components["schemas"]["Id"];
        "AccessReportQuery.operation": components["schemas"]["RecordedText"];
        "AccessReportQuery.order": "ascending" | "descending";
        "AccessReportQuery.outcome": components["schemas"]["AccessOutcome"];
        "AccessReportQuery.patientId": components["schemas"]["Id"];
        "AccessReportQuery.purpose": components["schemas"]["PurposeOfUse"];
        /** @description `unlisted` finds the codes of other versions of the server. */
        "AccessReportQuery.reason": components["schemas"]["AccessReason"];
        "AccessReportQuery.refusal": components["schemas"]["RecordedText"];
        "AccessReportQuery.requestId": components["schemas"]["RecordedText"];
        "AccessReportQuery.sessionId": components["schemas"]["RecordedText"];
        "AccessReportQuery.sort": components["schemas"]["AccessReportField"];
        /** @description Exclusive. */
        "AccessReportQuery.to": components["schemas"]["Instant"];
        /** @description Also what the law does not count, with the reason. */
        "AccountingQuery.everything": boolean;
        /** @description The first day. Default: six years ago, which is also the earliest. */
        "AccountingQuery.from": string;
        /** @description The last day. Default: today. */
        "AccountingQuery.to": string;
        /** @description The `nextCursor` of the previous page. */
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
    measureAccessCases: {
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
                        items: components["schemas"]["AccessReasonMeasure"][];
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
    listAccessCases: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description Default: everything that is not closed. */
                closed?: boolean;
                /** @description Of those that are not closed, only the explained accesses for a second look, which have no deadline. Default: all others. */
                secondLooks?: boolean;
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
                        items: components["schemas"]["AccessCase"][];
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
    getAccessCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["AccessCaseReport"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignAccessCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Default: the caller. */
                    memberId?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["AccessCase"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeAccessCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disposition: components["schemas"]["AccessCaseDisposition"];
                    note: components["schemas"]["MultilineText"];
                    /** @description The incident that was reported from the case. */
                    incidentId?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["AccessCase"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suppressAccessReason: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A reason of the case. */
                    code: components["schemas"]["AccessCaseReasonCode"];
                    /**
                     * Format: date
                     * @description The last day on which it is in force.
                     */
                    until: string;
                    reason: components["schemas"]["MultilineText"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessSuppression"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessQuestions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                patientId?: components["schemas"]["Id"];
                /** @description Default: everything that is not answered. */
                answered?: boolean;
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
                        items: components["schemas"]["AccessQuestion"][];
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
    answerAccessQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                questionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    outcome: components["schemas"]["AccessQuestionOutcome"];
                    answer: components["schemas"]["MultilineText"];
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
                    "application/json": components["schemas"]["AccessQuestion"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignAccessQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                questionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Default: the caller. */
                    memberId?: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["AccessQuestion"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessReport: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                from?: components["parameters"]["AccessReportQuery.from"];
                /** @description Exclusive. */
                to?: components["parameters"]["AccessReportQuery.to"];
                id?: components["parameters"]["AccessReportQuery.id"];
                action?: components["parameters"]["AccessReportQuery.action"];
                /** @description `Unlisted` finds the codes of other versions of the server. */
                entity?: components["parameters"]["AccessReportQuery.entity"];
                entityId?: components["parameters"]["AccessReportQuery.entityId"];
                patientId?: components["parameters"]["AccessReportQuery.patientId"];
                outcome?: components["parameters"]["AccessReportQuery.outcome"];
                refusal?: components["parameters"]["AccessReportQuery.refusal"];
                /** @description `unlisted` finds the codes of other versions of the server. */
                reason?: components["parameters"]["AccessReportQuery.reason"];
                purpose?: components["parameters"]["AccessReportQuery.purpose"];
                actorKind?: components["parameters"]["AccessReportQuery.actorKind"];
                actorId?: components["parameters"]["AccessReportQuery.actorId"];
                /** @description `unlisted` finds the codes of other versions of the server. */
                actorRole?: components["parameters"]["AccessReportQuery.actorRole"];
                onBehalfOf?: components["parameters"]["AccessReportQuery.onBehalfOf"];
                operation?: components["parameters"]["AccessReportQuery.operation"];
                requestId?: components["parameters"]["AccessReportQuery.requestId"];
                sessionId?: components["parameters"]["AccessReportQuery.sessionId"];
                clientId?: components["parameters"]["AccessReportQuery.clientId"];
                sort?: components["parameters"]["AccessReportQuery.sort"];
                order?: components["parameters"]["AccessReportQuery.order"];
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["AccessReportRow"][];
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
    getAccessReportPdf: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                from?: components["parameters"]["AccessReportQuery.from"];
                /** @description Exclusive. */
                to?: components["parameters"]["AccessReportQuery.to"];
                id?: components["parameters"]["AccessReportQuery.id"];
                action?: components["parameters"]["AccessReportQuery.action"];
                /** @description `Unlisted` finds the codes of other versions of the server. */
                entity?: components["parameters"]["AccessReportQuery.entity"];
                entityId?: components["parameters"]["AccessReportQuery.entityId"];
                patientId?: components["parameters"]["AccessReportQuery.patientId"];
                outcome?: components["parameters"]["AccessReportQuery.outcome"];
                refusal?: components["parameters"]["AccessReportQuery.refusal"];
                /** @description `unlisted` finds the codes of other versions of the server. */
                reason?: components["parameters"]["AccessReportQuery.reason"];
                purpose?: components["parameters"]["AccessReportQuery.purpose"];
                actorKind?: components["parameters"]["AccessReportQuery.actorKind"];
                actorId?: components["parameters"]["AccessReportQuery.actorId"];
                /** @description `unlisted` finds the codes of other versions of the server. */
                actorRole?: components["parameters"]["AccessReportQuery.actorRole"];
                onBehalfOf?: components["parameters"]["AccessReportQuery.onBehalfOf"];
                operation?: components["parameters"]["AccessReportQuery.operation"];
                requestId?: components["parameters"]["AccessReportQuery.requestId"];
                sessionId?: components["parameters"]["AccessReportQuery.sessionId"];
                clientId?: components["parameters"]["AccessReportQuery.clientId"];
                sort?: components["parameters"]["AccessReportQuery.sort"];
                order?: components["parameters"]["AccessReportQuery.order"];
                /** @description Default: English. */
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
    listAccessReviews: {
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
                        items: components["schemas"]["AccessReview"][];
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
    listAccessSuppressions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["AccessSuppression"][];
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
    endAccessSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suppressionId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["AccessSuppression"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActorAccesses: {
        parameters: {
            query: {
                actorId: components["schemas"]["Id"];
                /** @description The `nextCursor` of the previous page. */
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
    getStatementPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: components["schemas"]["Id"];
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
    listAlerts: {
        parameters: {
            query?: {
                patientId?: components["schemas"]["Id"];
                status?: "open" | "acknowledged";
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
                        items: components["schemas"]["Alert"][];
                        /** @description There are more open alerts than these. */
                        more: boolean;
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
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["AlertState"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportAlertShown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["AlertState"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                appealId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text?: components["schemas"]["MultilineText"];
                    /** Format: date */
                    dueOn?: string;
                    attachNote?: boolean;
                    state?: components["schemas"]["AppealState"];
                    /** @description With the state `answered`. */
                    answer?: components["schemas"]["AppealAnswer"];
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
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookSeries"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentSeries"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewSeries"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPreview"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seriesId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSeries"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledSeries"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                patientId?: components["schemas"]["Id"];
                practitionerId?: components["schemas"]["Id"];
                from?: components["schemas"]["Instant"];
                to?: components["schemas"]["Instant"];
                status?: components["schemas"]["AppointmentStatus"];
                /** @description `unsupported`: those that need another time. */
                support?: components["schemas"]["SupportStatus"];
                /** @description By start time, ascending or descending. */
                sort?: components["schemas"]["AppointmentSort"];
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
                    /** @description The URL of the created resource. */
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
    listAppointmentAlerts: {
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
                        items: components["schemas"]["AlertState"][];
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
    approveAppointment: {
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
                    /** @description The URL of the created resource. */
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
    declineAppointment: {
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
                "application/json": components["schemas"]["DeclineAppointment"];
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
    admitInEmergency: {
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
                "application/json": components["schemas"]["AdmitInEmergency"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
    listGuests: {
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
                    "application/json": components["schemas"]["VisitGuests"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteGuest: {
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
                "application/json": components["schemas"]["InviteGuest"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedVisitGuest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
    explainMissingInterpreter: {
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
                "application/json": {
                    reason: components["schemas"]["NoInterpreterReason"];
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
    changeAppointmentReason: {
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
                "application/json": {
                    /** @description In the patient's own words. */
                    reason: components["schemas"]["MultilineText"];
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description False includes retired teams. */
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
                    /** @description The URL of the created resource. */
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
    getClaimAging: {
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
                            age: components["schemas"]["ClaimAge"];
                            /** Format: int32 */
                            count: number;
                            openCents: components["schemas"]["Cents"];
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
                /** @description The `nextCursor` of the previous page. */
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
    searchClaims: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A family name with or without the given name, the start of a claim's number, or an amount such as `145` or `145.00`. */
                    text: string;
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
                        items: components["schemas"]["ClaimSummary"][];
                        isComplete: boolean;
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
    addAppeal: {
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
                    text: components["schemas"]["MultilineText"];
                    /** Format: date */
                    dueOn: string;
                    /** @description Refers to the signed note of the visit. */
                    attachNote: boolean;
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                    /** @description The URL of the created resource. */
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
    answerNextPayer: {
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
                    coverageId: components["schemas"]["Id"];
                    paidCents: components["schemas"]["Cents"];
                    discountCents: components["schemas"]["Cents"];
                    patientCents: components["schemas"]["Cents"];
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
    undoNextPayer: {
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
                    coverageId: components["schemas"]["Id"];
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
    sendToNextPayer: {
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
                    coverageId: components["schemas"]["Id"];
                    /** @description Send the claim although the payer before has forwarded it. */
                    sendForwarded?: boolean;
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
    addClaimNote: {
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
                    text: components["schemas"]["MultilineText"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: components["schemas"]["Id"];
                        claimId: components["schemas"]["Id"];
                        at: components["schemas"]["Instant"];
                        /** @description Who wrote it. */
                        by: string;
                        text: components["schemas"]["MultilineText"];
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
    listStatusInquiries: {
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
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["StatusInquiry"][];
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
    askClaimStatus: {
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
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["StatusInquiry"][];
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
                    /** @description The URL of the created resource. */
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
    getClaimWork: {
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
                    "application/json": components["schemas"]["ClaimWork"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askWriteOff: {
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
                    reason: components["schemas"]["WriteOffReason"];
                    comment?: components["schemas"]["MultilineText"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WriteOff"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClosures: {
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
                    "application/json": components["schemas"]["Closures"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putClosures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutClosures"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closures"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The URL of the created resource. */
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
    getCoverageCardPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pictureId: components["schemas"]["Id"];
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
    correctCoverage: {
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
                "application/json": components["schemas"]["CorrectCoverage"];
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
    updateCoverage: {
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
                    /** @description Null: the card has the patient's own name. */
                    nameOnCard: components["schemas"]["PersonName"] | null;
                    /** @description Left out: it stays as it is. Refused unless the coverage is Medicare and `order` is not 1. */
                    medicareSecondaryReason?: components["schemas"]["MedicareSecondaryReason"];
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
                    /** @description The URL of the created resource. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description Only covers of this practitioner. */
                practitionerId?: components["schemas"]["Id"];
                /** @description Only covers by this member. */
                coveredBy?: components["schemas"]["Id"];
                /** @description False includes ended covers. */
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
                    /** @description The URL of the created resource. */
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
                /** @description The day on which the codes must be valid: `visitDay` for a note. Default: today in the organization's time zone. */
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
                        /** @description Only if nothing was found. */
                        hint?: components["schemas"]["DiagnosisSearchHint"];
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
    getDisclosureAccountingPdf: {
        parameters: {
            query: {
                patientId: components["schemas"]["Id"];
                /** @description The first day. Default: six years ago, which is also the earliest. */
                from?: components["parameters"]["AccountingQuery.from"];
                /** @description The last day. Default: today. */
                to?: components["parameters"]["AccountingQuery.to"];
                /** @description Also what the law does not count, with the reason. */
                everything?: components["parameters"]["AccountingQuery.everything"];
                /** @description Default: the patient's. */
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
    listDisclosures: {
        parameters: {
            query: {
                patientId: components["schemas"]["Id"];
                /** @description The `nextCursor` of the previous page. */
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
                        patientId: components["schemas"]["Id"];
                        items: components["schemas"]["Disclosure"][];
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
    recordDisclosure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    patientId: components["schemas"]["Id"];
                    /**
                     * Format: date
                     * @description Not in the future.
                     */
                    on: string;
                    purpose: components["schemas"]["RecordedDisclosurePurpose"];
                    recipient: components["schemas"]["DisclosureRecipient"];
                    what: components["schemas"]["MultilineText"];
                    /** @description With the record, so that the patient does not read of it in between. */
                    suspension?: components["schemas"]["SuspensionRequest"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disclosure"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctDisclosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                disclosureId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Not in the future.
                     */
                    on: string;
                    purpose: components["schemas"]["RecordedDisclosurePurpose"];
                    recipient: components["schemas"]["DisclosureRecipient"];
                    what: components["schemas"]["MultilineText"];
                    /** @description It never happened, or belongs to another patient. */
                    isInError: boolean;
                    reason: components["schemas"]["MultilineText"];
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
                    "application/json": components["schemas"]["Disclosure"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendDisclosure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                disclosureId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The last day. Of a request that was only said at most 30 days from today.
                     */
                    until: string;
                    statement: components["schemas"]["SuspensionStatement"];
                    official: string;
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
                    "application/json": components["schemas"]["Disclosure"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDowntimeList: {
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
                    "application/json": components["schemas"]["DowntimeList"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDueRecords: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["DueRecord"][];
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
    listEmergencyAccesses: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description True: only those whose review is not finished. */
                waiting?: boolean;
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
                        items: components["schemas"]["EmergencyAccessReport"][];
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
    endEmergencyAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                emergencyAccessId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["EmergencyAccess"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewEmergencyAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                emergencyAccessId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewEmergencyAccess"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAccessReport"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEmergencyAdmissions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description True: only those whose review is not finished. */
                waiting?: boolean;
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
                        items: components["schemas"]["EmergencyAdmissionReport"][];
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
    reviewEmergencyAdmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                emergencyAdmissionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewEmergencyAccess"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAdmissionReport"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
    listExposures: {
        parameters: {
            query: {
                actorId: components["schemas"]["Id"];
                from: components["schemas"]["Instant"];
                /** @description The end, exclusive. */
                to: components["schemas"]["Instant"];
                /** @description Only through this application. */
                clientId?: components["schemas"]["Id"];
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["Exposure"][];
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
                    /** @description The URL of the created resource. */
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
                    /** @description Unique among the caller's favorites, ignoring case and spaces. No patient data. */
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
                    noteToPharmacist?: components["schemas"]["MultilineText"];
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
    listFindings: {
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
                        /** Format: date */
                        today: string;
                        items: components["schemas"]["Finding"][];
                        totals: components["schemas"]["ObligationTotals"][];
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
    getGuestVisit: {
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
                    "application/json": components["schemas"]["GuestVisit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeGuestSeat: {
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
                    /** @description The URL of the created resource. */
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
    leaveGuestSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["GuestVisit"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    admitGuest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guestId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["VisitGuest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeGuest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guestId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["VisitGuest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
                    origin?: components["schemas"]["OriginConfirmation"];
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
    listHeldPartnerMessages: {
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
                        /** @description At most 100. */
                        items: components["schemas"]["HeldPartnerMessage"][];
                        /**
                         * Format: int32
                         * @description How many wait, with those that are not in the list.
                         */
                        count: number;
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
    getHeldPartnerMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["HeldPartnerMessageDetail"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveHeldPartnerMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["PartnerMessageResolution"];
                    patientId?: components["schemas"]["Id"];
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
                        patientId?: components["schemas"]["Id"];
                        resolution: components["schemas"]["PartnerMessageResolution"];
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
    listHeldPharmacyMessages: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["HeldPharmacyMessage"][];
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
    getHeldPharmacyMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["HeldPharmacyMessageDetail"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyHeldPharmacyMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prescriptionId: components["schemas"]["Id"];
                    /** @description The person compared patient and pharmacy, and the message is for this prescription. */
                    confirmed?: boolean;
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
                        prescriptionId: components["schemas"]["Id"];
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
    resolveHeldPharmacyMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["PharmacyMessageResolution"];
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
                        patientId?: components["schemas"]["Id"];
                        resolution: components["schemas"]["PharmacyMessageResolution"];
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
    listHolds: {
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
                        items: components["schemas"]["Hold"][];
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
                    /** @description The URL of the created resource. */
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
    placeSeveralHolds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceSeveralHolds"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeveralHolds"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
    leaveHold: {
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
    countInbox: {
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
                    "application/json": components["schemas"]["InboxCounts"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["Incident"][];
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
    reportIncident: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportIncident"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: components["schemas"]["Id"];
                        /** Format: date */
                        discoveredOn: string;
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
    assessIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incidentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessIncident"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordIncidentNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incidentId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordIncidentNotice"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
                /** @description The `nextCursor` of the previous page. */
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
                     * @description The version that the caller read, so that a newer value is not acknowledged unread.
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
    getLabDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resultId: components["schemas"]["Id"];
                documentId: string;
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
                     * @description The version that the caller read, so that a newer correction is not reviewed unread.
                     */
                    version: number;
                    release: boolean;
                    comment?: components["schemas"]["MultilineText"];
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
                laboratoryId?: string;
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
    listLegalHolds: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description Default: those in force. */
                released?: boolean;
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
                        items: components["schemas"]["LegalHold"][];
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
    placeLegalHold: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    patientId: components["schemas"]["Id"];
                    reason: components["schemas"]["LegalHoldBasis"];
                    text: components["schemas"]["MultilineText"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseLegalHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["MultilineText"];
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
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                    /** @description The URL of the created resource. */
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
                /** @description The `nextCursor` of the previous page. */
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
                        /** @description The clearinghouse's name for the file, for questions to it. */
                        name: string;
                        /** @description When the clearinghouse made the file available. */
                        postedAt: components["schemas"]["Instant"];
                        state: components["schemas"]["MailboxFileState"];
                        /** @description The fault. Absent when the file was read. */
                        fault?: components["schemas"]["MailboxFault"];
                        /** @description For a server fault: its kind and code, e.g. `DatabaseError 23505`. For the operator of the server. */
                        faultDetail?: string;
                        /** @description Tag of the faulty segment, e.g. `SE`. */
                        segment?: string;
                        /**
                         * Format: int32
                         * @description The number of failed attempts to process it.
                         */
                        attempts: number;
                        externalResolution?: components["schemas"]["ExternalResolution"];
                        resolvedAt?: components["schemas"]["Instant"];
                        /** @description For a file that was resolved outside Visitkit: its text can be read until then, and is deleted afterwards. */
                        textRetainedUntil?: components["schemas"]["Instant"];
                        /**
                         * @description Absent when the file was read: its content is then in its claims. Absent from `textRetainedUntil` on, when the text is deleted and cannot be
                         *     restored.
                         */
                        text?: components["schemas"]["MultilineText"];
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
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The URL of the created resource. */
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
    reviewAccess: {
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
                "application/json": components["schemas"]["ReviewAccess"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReview"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                    /** @description The URL of the created resource. */
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
    listMonitorFacts: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["MonitorFact"][];
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
    addMonitorFact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    patientId: components["schemas"]["Id"];
                    kind: components["schemas"]["MonitorFactKind"];
                    /** @description Required unless the patient is confidential. */
                    memberId?: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonitorFact"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMonitorFact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                factId: components["schemas"]["Id"];
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
                /** @description The `nextCursor` of the previous page. */
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
                    text: components["schemas"]["MultilineText"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
                     * @description The version that the caller read, so that the signature applies to the text that was shown.
                     */
                    version: number;
                    /** @description The member who must co-sign: active, with the permission to sign notes. */
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
                    /** @description An active member who may sign notes and is not its author. */
                    supervisorId: components["schemas"]["Id"];
                    /**
                     * Format: int32
                     * @description The version that the caller read.
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
                /** @description The `nextCursor` of the previous page. */
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
    correctVital: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                noteId: components["schemas"]["Id"];
                vitalId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectVital"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectedVital"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listObligations: {
        parameters: {
            query?: {
                /** @description False includes those that are not done any more. */
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
                        items: components["schemas"]["Obligation"][];
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
    createObligation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateObligation"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateObligation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obligationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateObligation"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listObligationCompletions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path: {
                obligationId: components["schemas"]["Id"];
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
                        items: components["schemas"]["ObligationCompletion"][];
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
    completeObligation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obligationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteObligation"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOnDemand: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["OnDemandRequest"][];
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
    requestOnDemand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestOnDemand"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnDemandRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOnDemand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["OnDemandRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveOnDemand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["schemas"]["Id"];
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
    renewOnDemand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["OnDemandRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeOnDemand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["schemas"]["Id"];
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
    listOrderSets: {
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
                        items: components["schemas"]["OrderSet"][];
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
    putOrderSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["schemas"]["OrderSetCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: components["schemas"]["LocalizedText"][];
                    /** @description Codes of the specialties that it is for. Empty: all. */
                    specialties: string[];
                    /** @description ICD-10-CM codes with the dot. */
                    diagnosisCodes: string[];
                    /** @description Text by the code of the section. A note without such a section does not get it. */
                    sections: {
                        code: string;
                        text: components["schemas"]["MultilineText"];
                    }[];
                    /** @description Codes of the laboratory's catalog. A code that it does not have is not offered. */
                    labTests: string[];
                    /** @description A medication that cannot be prescribed is not offered. */
                    prescriptions: components["schemas"]["PrescriptionPattern"][];
                    /** @description Whether clinicians can choose it. */
                    active: boolean;
                    /**
                     * Format: int32
                     * @description The version that the caller read; 0 for a new one or one of the product.
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
                    "application/json": components["schemas"]["OrderSet"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
    getOwnDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: components["schemas"]["DraftPlace"];
                about: components["schemas"]["Id"];
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
                        place: components["schemas"]["DraftPlace"];
                        /** @description The id of what it is about: a thread, a note, a claim, a result, a visit, or the patient. */
                        about: components["schemas"]["Id"];
                        patientId?: components["schemas"]["Id"];
                        /** @description Absent if nothing is kept. */
                        savedAt?: components["schemas"]["Instant"];
                        fields: components["schemas"]["DraftField"][];
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
    putOwnDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: components["schemas"]["DraftPlace"];
                about: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The patient whom the text may be about. It is then encrypted with the patient's key. */
                    patientId?: components["schemas"]["Id"];
                    fields: components["schemas"]["DraftField"][];
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
                    "application/json": components["schemas"]["OwnDraft"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOwnDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                place: components["schemas"]["DraftPlace"];
                about: components["schemas"]["Id"];
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
    listOwnEmergencyAccesses: {
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
                        items: components["schemas"]["EmergencyAccess"][];
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
    listOwnOnDemand: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["OnDemandRequest"][];
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
                    /** @description The URL of the created resource. */
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
                /** @description The `nextCursor` of the previous page. */
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
    askAboutAccess: {
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
                    accessId: components["schemas"]["Id"];
                    reason: components["schemas"]["AccessQuestionReason"];
                    text?: components["schemas"]["MultilineText"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessQuestion"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                from?: components["schemas"]["Instant"];
                to?: components["schemas"]["Instant"];
                /** @description Leaves out accesses by the caller. A proxy’s are listed for the patient. */
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
                    reaction?: components["schemas"]["MultilineText"];
                    /** @enum {string} */
                    severity: "mild" | "moderate" | "severe" | "unknown";
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
    listAttachments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["SentFile"][];
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
                    /** @description The URL of the created resource. */
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
    getPatientBackground: {
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
                    "application/json": components["schemas"]["PatientBackground"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPatientBackground: {
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
                "application/json": components["schemas"]["PutPatientBackground"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientBackground"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                        text: components["schemas"]["MultilineText"];
                        /** @enum {string} */
                        status: "active" | "reached" | "abandoned";
                        /** Format: date */
                        due?: string;
                    }[];
                    activities: {
                        id: string;
                        text: components["schemas"]["MultilineText"];
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
                    email?: components["schemas"]["Email"];
                    phone?: components["schemas"]["Phone"];
                    language: components["schemas"]["Language"];
                    quietHours: {
                        from: components["schemas"]["WallTime"];
                        to: components["schemas"]["WallTime"];
                    } | null;
                    muted: components["schemas"]["NotificationKind"][];
                    /** @description Only from the patient, or a proxy with the scope `record`. Default: as it was. */
                    tellFirstAccess?: boolean;
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
                /** @description True: active problems. False: problems that are resolved or entered in error. */
                active?: boolean;
                /** @description The `nextCursor` of the previous page. */
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
                /** @description The purposes to check. A visit type lists its purposes in `requiredConsents`. */
                purposes: components["schemas"]["ConsentPurpose"][];
                language?: components["schemas"]["Language"];
                /** @description The visit to come. Where the law asks for consent at each visit, a consent that was given for another visit does not count. */
                appointmentId?: components["schemas"]["Id"];
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
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The URL of the created resource. */
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
    listConsentUses: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
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
                    "application/json": {
                        patientId: components["schemas"]["Id"];
                        consentId: components["schemas"]["Id"];
                        items: components["schemas"]["ConsentUseOfVisit"][];
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
    getCoverageCard: {
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
                    "application/json": components["schemas"]["CoverageCard"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCoverageCardSide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
                side: components["schemas"]["CardSide"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageCard"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCoverageCardSide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
                side: components["schemas"]["CardSide"];
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
                    "application/json": components["schemas"]["CoverageCard"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                    /** @description The URL of the created resource. */
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
                /** @description The `nextCursor` of the previous page. */
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
    getDisclosureAccounting: {
        parameters: {
            query?: {
                /** @description The first day. Default: six years ago, which is also the earliest. */
                from?: components["parameters"]["AccountingQuery.from"];
                /** @description The last day. Default: today. */
                to?: components["parameters"]["AccountingQuery.to"];
                /** @description Also what the law does not count, with the reason. */
                everything?: components["parameters"]["AccountingQuery.everything"];
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
                    "application/json": components["schemas"]["DisclosureAccounting"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openEmergencyAccess: {
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
                "application/json": components["schemas"]["OpenEmergencyAccess"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyAccess"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The URL of the created resource. */
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
                    /** @description The URL of the created resource. */
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
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The URL of the created resource. */
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
                /** @description The `nextCursor` of the previous page. */
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
    linkPatient: {
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
                    /** @description The record that is used from now on. It must not be replaced itself. */
                    replacedBy: components["schemas"]["Id"] | null;
                    /** @description Why there are two records. Required with `replacedBy`. */
                    reason?: components["schemas"]["ReplacementReason"];
                    /**
                     * Format: int32
                     * @description Of the record that is replaced.
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
                /** @description The `nextCursor` of the previous page. */
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
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The page to which the processor returns the patient. Its origin must be registered. */
                    returnUrl: string;
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
                        sources: components["schemas"]["DrugKnowledgeSource"][];
                        label?: components["schemas"]["DrugLabel"];
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
                /** @description Only current medications of the patient. */
                active?: boolean;
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The URL of the created resource. */
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
    listPrivacyRequests: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["PrivacyRequest"][];
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
    createPrivacyRequest: {
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
                    kind: components["schemas"]["PrivacyRequestKind"];
                    visitId?: components["schemas"]["Id"];
                    what: components["schemas"]["MultilineText"];
                    why?: components["schemas"]["MultilineText"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                    /** @description The URL of the created resource. */
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
                    /** @description The URL of the created resource. */
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
                    question: components["schemas"]["MultilineText"];
                    /** @enum {string} */
                    priority: "routine" | "urgent";
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
    listReportedMedications: {
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
                        items: components["schemas"]["ReportedMedication"][];
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
    addReportedMedication: {
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
                    medication: components["schemas"]["ReportedMedicine"];
                    directions?: components["schemas"]["ReportedDirections"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportedMedication"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeReportedMedication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patientId: components["schemas"]["Id"];
                reportedMedicationId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    medication: components["schemas"]["ReportedMedicine"];
                    directions?: components["schemas"]["ReportedDirections"];
                    /** @enum {string} */
                    status: "active" | "stopped" | "entered-in-error";
                    /**
                     * Format: int32
                     * @description The version that the caller read. The server answers `version_conflict` when it has changed.
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
                    "application/json": components["schemas"]["ReportedMedication"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The URL of the created resource. */
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
                    /** @enum {string} */
                    topic: "question" | "medication" | "result" | "appointment" | "billing";
                    subject: string;
                    text: components["schemas"]["MultilineText"];
                    visitId?: components["schemas"]["Id"];
                    attachmentIds: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                /** @description Only requests for this practitioner. Default: the caller's own. */
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
                     * @description For an approval. Default for a renewal: the number in the request (`quantity_implausible` above 12); for a change: the prescribed
                     *     number.
                     */
                    refills?: number;
                    reason?: components["schemas"]["MultilineText"];
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
    getPractitionerPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photoId: components["schemas"]["Id"];
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
    listPractitioners: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                specialty?: string;
                language?: components["schemas"]["Language"];
                /** @description Only practitioners with a valid license in this state. */
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
                    /** @description The URL of the created resource. */
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
                    /** @description The URL of the created resource. */
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
    putPractitionerPhoto: {
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
                "application/octet-stream": unknown;
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
    removePractitionerPhoto: {
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
    getQueueDay: {
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
                    "application/json": components["schemas"]["QueueDay"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTimeOff: {
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
                "application/json": components["schemas"]["AddTimeOff"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedTimeOff"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTimeOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                practitionerId: components["schemas"]["Id"];
                timeOffId: components["schemas"]["Id"];
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
                    /** @description The patient's choice. Default: their preferred pharmacy. */
                    pharmacyId?: components["schemas"]["Id"];
                    noteToPharmacist?: components["schemas"]["MultilineText"];
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
    recordPharmacyCall: {
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
                    /** @description What the call was about. Absent if nothing needs attention. */
                    attention?: components["schemas"]["PrescriptionAttention"];
                    /** @description What was agreed with the pharmacy. It stays in the history. */
                    agreed: string;
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
    requestRefill: {
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
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefillRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                    /** @description The URL of the created resource. */
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
    listWaitingPrivacyRequests: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["PrivacyRequest"][];
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
    decidePrivacyRequest: {
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
                    decision: "accepted" | "denied";
                    ground?: components["schemas"]["PrivacyDenialGround"];
                    /** @description For the patient: what was done, or why not. */
                    text: components["schemas"]["MultilineText"];
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
                    "application/json": components["schemas"]["PrivacyRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disagreeWithDenial: {
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
                    text: components["schemas"]["MultilineText"];
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
                    "application/json": components["schemas"]["PrivacyRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendPrivacyRequest: {
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
                    reason: components["schemas"]["MultilineText"];
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
                    "application/json": components["schemas"]["PrivacyRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
    readTogether: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadsTogether"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadResponses"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRecordCopy: {
        parameters: {
            query: {
                patientId: components["schemas"]["Id"];
                /** @description The language of the readable copies. Default: the patient's. */
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
                    "application/zip": unknown;
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["RecordErasure"][];
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
    approveErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    patientId: components["schemas"]["Id"];
                    basis: components["schemas"]["ErasureBasis"];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordErasure"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
                    report?: components["schemas"]["MultilineText"];
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
    listRefillRequests: {
        parameters: {
            query?: {
                patientId?: components["schemas"]["Id"];
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["RefillRequest"][];
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
    declineRefill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refillRequestId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the patient reads. */
                    answer: components["schemas"]["MultilineText"];
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
                    "application/json": components["schemas"]["RefillRequest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
                         * @description The number of held lines, which need a person.
                         */
                        unmatched: number;
                        /**
                         * @description `resolved-externally`: no line is held any more, and a person resolved at least one outside Visitkit.
                         * @enum {string}
                         */
                        status: "posted" | "needs-work" | "resolved-externally";
                        /** @description The amounts do not balance: no line can be posted. */
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
                         * @description The number of held lines, which need a person.
                         */
                        unmatched: number;
                        /**
                         * @description `resolved-externally`: no line is held any more, and a person resolved at least one outside Visitkit.
                         * @enum {string}
                         */
                        status: "posted" | "needs-work" | "resolved-externally";
                        /** @description The amounts do not balance: no line can be posted. */
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
    listResources: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                kind?: components["schemas"]["ResourceKind"];
                /** @description Those that are not active too. */
                inactive?: boolean;
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
                        items: components["schemas"]["Resource"][];
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
    createResource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResource"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resourceId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateResource"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRetentionSchedule: {
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
                    "application/json": components["schemas"]["RetentionSchedule"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRetentionSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    medical: number;
                    /** Format: int32 */
                    financial: number;
                    /** Format: int32 */
                    accesses: number;
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
                    "application/json": components["schemas"]["RetentionSchedule"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRetentionSummary: {
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
                    "application/json": components["schemas"]["RetentionSummary"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRisks: {
        parameters: {
            query?: {
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
                        items: components["schemas"]["Risk"][];
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
    createRisk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRisk"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Risk"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRisk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                riskId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRisk"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Risk"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                        /** @description Whether the organization has CPT codes. They are licensed and not part of the product; it imports its own copy. */
                        hasCpt: boolean;
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
                /** @description The `nextCursor` of the previous page. */
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
    putSharedTextMacro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["MacroName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutTextMacro"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextMacro"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSharedTextMacro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["MacroName"];
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
                /** @description The state where the patient will be. */
                state?: components["schemas"]["StateCode"];
                /** @description Applies the patient's age and other visits, and their home state when `state` is absent. */
                patientId?: components["schemas"]["Id"];
                /** @description The appointment to reschedule: its own time is offered too. */
                appointmentId?: components["schemas"]["Id"];
                /** @description Only times at which an interpreter of this language is free too. */
                interpreterLanguage?: components["schemas"]["Language"];
                /**
                 * @description Only times at which this room, interpreter or device is free too, of a kind that the visit type needs, and group visits with free seats that
                 *     have taken it.
                 */
                resourceId?: components["schemas"]["Id"];
                /** @description So many visits in a row, one after the other with the same practitioner. `items` has the start of the first one. */
                inARow?: number;
                /** @description Names the practitioner of the patient's last completed visit of this specialty. Requires a patient. */
                prefer?: "same-practitioner";
                /** @description Includes the exclusions with their reasons. */
                explain?: boolean;
                /** @description Start times per page. */
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
    previewSupplyChange: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                "application/json": components["schemas"]["SupplyChange"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplyChangePreview"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /**
                 * @description True: instead, the tasks of colleagues in whose work the caller may act: those who share an active care team with the caller, and those
                 *     whom the caller covers now. For treating roles; empty for others. Not for one patient.
                 */
                team?: boolean;
                /** @description The `nextCursor` of the previous page. */
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
    listTextMacros: {
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
                        items: components["schemas"]["TextMacro"][];
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
    putTextMacro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["MacroName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutTextMacro"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextMacro"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTextMacro: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["MacroName"];
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
                topic?: components["schemas"]["ThreadTopic"];
                /** @description The `nextCursor` of the previous page. */
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
                /** @description The `nextCursor` of the previous page. */
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
                    text: components["schemas"]["MultilineText"];
                    attachmentIds: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
    listTraining: {
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
                        items: components["schemas"]["MemberTraining"][];
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
    listTrainingCourses: {
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
                        items: components["schemas"]["TrainingCourse"][];
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
    createTrainingCourse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTrainingCourse"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingCourse"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTrainingCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTrainingCourse"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingCourse"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                courseId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordTraining"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberTraining"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                /** @description The `nextCursor` of the previous page. */
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
    applyResponse: {
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
    listUnmatchedMessages: {
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
                        items: components["schemas"]["LabMessage"][];
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                specialty?: string;
                /** @description Retired types too. */
                retired?: boolean;
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
                    /** @description The URL of the created resource. */
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
    updateVisitType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitTypeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateVisitType"];
            };
        };
        responses: {
            /** @description The request has succeeded. */
            200: {
                headers: {
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
    addVisitAttachment: {
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
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
    getVisitAttachmentContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
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
    postVisitMessage: {
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
                    text: components["schemas"]["MultilineText"];
                    /** @description Files that the caller has uploaded for this visit and not sent yet. */
                    attachmentIds?: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
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
    getNetworkTest: {
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
                    "application/json": components["schemas"]["NetworkTest"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                    text: components["schemas"]["MultilineText"];
                    /**
                     * Format: int32
                     * @description 0 for the first save.
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
                    /** @description The URL of the created resource. */
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
    recordCallTroubles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitId: components["schemas"]["Id"];
                seatId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    troubles: components["schemas"]["CallTroubleCount"][];
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
    endSelfPay: {
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
                "application/json": components["schemas"]["EndSelfPay"];
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
                    comment?: components["schemas"]["MultilineText"];
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
    getVisitThread: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
            };
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
                    "application/json": components["schemas"]["VisitThread"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markVisitThreadRead: {
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
    listWaitingBalances: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["WaitingBalance"][];
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
    listWaitlist: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
                cursor?: components["parameters"]["PageQuery.cursor"];
                /** @description Items per page. */
                limit?: components["parameters"]["PageQuery.limit"];
                patientId?: components["schemas"]["Id"];
                visitTypeId?: components["schemas"]["Id"];
                /** @description Entries that this practitioner was requested for. */
                practitionerId?: components["schemas"]["Id"];
                /** @description Default: `waiting` and `offered`. */
                status?: components["schemas"]["WaitlistStatus"];
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
                        items: components["schemas"]["WaitlistEntry"][];
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
    joinWaitlist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinWaitlist"];
            };
        };
        responses: {
            /** @description The request has succeeded and a new resource has been created as a result. */
            201: {
                headers: {
                    /** @description The URL of the created resource. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntry"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveWaitlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: components["schemas"]["Id"];
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
    acceptWaitlistOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: components["schemas"]["Id"];
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
    declineWaitlistOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["WaitlistEntry"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
                    /** @description The URL of the created resource. */
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
                         * @description Why it is disabled. `failing`: every delivery failed for days.
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
                /** @description The `nextCursor` of the previous page. */
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
                    /** @description The URL of the created resource. */
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
    listWriteOffs: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. */
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
                        items: components["schemas"]["WriteOff"][];
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
    decideWriteOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                writeOffId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approved: boolean;
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
                    "application/json": components["schemas"]["WriteOff"];
                };
            };
            /** @description An unexpected error response. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoWriteOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                writeOffId: components["schemas"]["Id"];
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
                    "application/json": components["schemas"]["WriteOff"];
                };
            };
            /** @description An unexpected error response. */
            default: {
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
