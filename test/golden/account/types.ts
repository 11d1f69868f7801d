// Generated from spec/api_v2.account.json. Do not edit: run `npm run generate`.

export interface paths {
    "/api/v2/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description Requires one of the following scopes: `accounts:read`, `accounts:all`, `all:read`, `all:all`
         */
        get: operations["listAccount"];
        put?: never;
        /**
         * Add an account
         * @description Requires one of the following scopes: `accounts:create`, `accounts:all`, `all:create`, `all:all`
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/analytics/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report daily sending
         * @description How much each account sent on each day, and what came of it.
         */
        get: operations["getDailyAccountAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/ctd/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check a tracking domain
         * @description Requires one of the following scopes: `accounts:read`, `accounts:all`, `all:read`, `all:all`
         */
        get: operations["getCtdStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move accounts to another workspace
         * @description Takes accounts from one workspace of a group to another. The key has to be that of the admin workspace, which both workspaces have to share; https://developer.instantly.ai/workspace-group describes groups.
         */
        post: operations["moveAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause many accounts
         * @description Stops sending from as many as 100 accounts of the key's workspace. Every address comes back once, in `paused_emails` or in `failed_emails`.
         *
         *     Requires one of the following scopes: `accounts:update`, `accounts:all`, `all:update`, `all:all`
         */
        post: operations["pauseAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/test/vitals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the DNS records of accounts
         * @description Requires one of the following scopes: `accounts:read`, `accounts:all`, `all:read`, `all:all`
         */
        post: operations["testAccountVitals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/warmup-analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report warmup
         * @description Requires one of the following scopes: `accounts:read`, `accounts:all`, `all:read`, `all:all`
         */
        post: operations["getWarmupAnalytics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/warmup/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch warmup off
         * @description Starts a background job that switches warmup off, and gives that job. `GET /api/v2/background-jobs/{id}` tells how far it is.
         */
        post: operations["disableWarmupForAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/warmup/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch warmup on
         * @description Starts a background job that switches warmup on, and gives that job. `GET /api/v2/background-jobs/{id}` tells how far it is.
         */
        post: operations["enableWarmupForAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an account
         * @description Requires one of the following scopes: `accounts:read`, `accounts:all`, `all:read`, `all:all`
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /**
         * Delete an account
         * @description Requires one of the following scopes: `accounts:delete`, `accounts:all`, `all:delete`, `all:all`
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description Requires one of the following scopes: `accounts:update`, `accounts:all`, `all:update`, `all:all`
         */
        patch: operations["patchAccount"];
        trace?: never;
    };
    "/api/v2/accounts/{email}/mark-fixed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear an account's error
         * @description Requires one of the following scopes: `accounts:update`, `accounts:all`, `all:update`, `all:all`
         */
        post: operations["markAccountFixed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/{email}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop sending from an account
         * @description Requires one of the following scopes: `accounts:update`, `accounts:all`, `all:update`, `all:all`
         */
        post: operations["pauseAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/{email}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a paused account send again
         * @description Requires one of the following scopes: `accounts:update`, `accounts:all`, `all:update`, `all:all`
         */
        post: operations["resumeAccount"];
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
        /**
         * Account
         * @description A mailbox that campaigns send from.
         */
        Account: {
            /** @description Who added the account, as a user id. */
            readonly added_by?: string | null;
            /** @description How reconnecting by itself went: `true` it failed, `false` it worked, `null` it is still being tried. */
            readonly autofix_failed?: boolean | null;
            /** @description How many emails the account may send in a day. */
            daily_limit?: number | null;
            /** @description For AirMail accounts, the highest `daily_limit` that can be set. */
            readonly daily_limit_max?: number | null;
            /**
             * Format: email
             * @description The account's address, which is also its key.
             */
            email: string;
            /** @description Raise the sending limit step by step instead of at once. */
            enable_slow_ramp?: boolean | null;
            /** @description The sender's first name. */
            first_name: string;
            /** @description How many inbox placement tests the account may take part in. */
            inbox_placement_test_limit?: number | null;
            /** @description Set up and looked after by Instantly. */
            readonly is_managed_account: boolean;
            /** @description The sender's last name. */
            last_name: string;
            /** @description Who changed the account last, as a user id. */
            readonly modified_by?: string | null;
            /** @description The organization that owns the account, by id. */
            readonly organization: string;
            /**
             * @description Who hosts the mailbox. With the wrong code the account does not work.
             * @enum {number}
             */
            provider_code: 1 | 2 | 3 | 4 | 8 | 11;
            /**
             * Format: email
             * @description The address that answers go to, when not the account's own.
             */
            reply_to?: string | null;
            /** @description Minutes between two emails from the account; with several campaigns, the least wait. */
            sending_gap?: number;
            /** @description Setting the account up is not finished. */
            readonly setup_pending: boolean;
            /** @description The signature below the account's emails. */
            signature?: string | null;
            /** @description How well warmup goes, as a score. */
            readonly stat_warmup_score?: number | null;
            /**
             * @description Whether the account can send, and if not, why.
             * @enum {number}
             */
            readonly status?: 1 | 2 | 3 | -1 | -2 | -3;
            /** @description What the mail server said when the account last failed. */
            readonly status_message?: {
                code?: string;
                command?: string;
                e_message?: string;
                response?: string;
                responseCode?: number;
            } & {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When the account was added.
             */
            readonly timestamp_created: string;
            /**
             * Format: date-time
             * @description When the account was last changed.
             */
            readonly timestamp_updated: string;
            /**
             * Format: date-time
             * @description When warmup began.
             */
            readonly timestamp_warmup_start?: string | null;
            /** @description The domain that tracked links point to. */
            tracking_domain_name?: string | null;
            /** @description Whether the tracking domain works. */
            tracking_domain_status?: string | null;
            /** @description How the account is warmed up. */
            warmup?: {
                /** @description Finer settings of warmup. */
                advanced?: {
                    /** @description The share of warmup emails to mark as important. */
                    important_rate?: number;
                    /** @description The share of warmup emails to open. */
                    open_rate?: number;
                    /** @description Take time over a warmup email, as a reader would. */
                    read_emulation?: boolean;
                    /** @description The share of warmup emails to rescue from the spam folder. */
                    spam_save_rate?: number;
                    /** @description Warm up the custom tracking domain as well. */
                    warm_ctd?: boolean;
                    /** @description Keep warmup to working days. */
                    weekday_only?: boolean;
                };
                /**
                 * @description By how much the number of warmup emails grows from day to day, from nothing up to the limit. With `disabled` the whole limit holds from the first day.
                 * @enum {string}
                 */
                increment?: "disabled" | "0" | "1" | "2" | "3" | "4";
                /** @description How many warmup emails to send in a day. */
                limit?: number;
                /** @description The share of warmup emails to answer. */
                reply_rate?: number;
                /** @description A tag that marks the warmup emails. */
                warmup_custom_ftag?: string;
            };
            /** @description For AirMail accounts, the highest warmup limit that can be set. */
            readonly warmup_limit_max?: number | null;
            /**
             * @description Whether the account is being warmed up, and if not, why.
             * @enum {number}
             */
            readonly warmup_status: 0 | 1 | -1 | -2 | -3;
        };
        /**
         * Background Job
         * @description Work that goes on after the call that started it.
         */
        BackgroundJob: {
            /** @description When the job was queued. */
            created_at: string;
            /** @description What the job works on; its fields differ by type. */
            data?: {
                /** @description For `move-leads`: the addresses that were moved or copied, 10,000 of them at most. `moved_leads` counts all. */
                moved_lead_emails?: string[];
            } & {
                [key: string]: unknown;
            };
            /** @description What the job is about, by id. */
            entity_id?: string | null;
            /**
             * @description What kind of thing the job is about.
             * @enum {string}
             */
            entity_type?: "list" | "campaign" | "workspace" | "broadcast" | "subscriber-group-sync" | "subscriber-group";
            /** @description The job's id. */
            readonly id: string;
            /** @description How far the job is, in percent. */
            progress: number;
            /**
             * @description Where the job stands.
             * @enum {string}
             */
            status: "pending" | "in-progress" | "success" | "failed" | "draining" | "paused" | "cancelled";
            /**
             * @description What the job does.
             * @enum {string}
             */
            type: "move-leads" | "import-leads" | "export-leads" | "update-warmup-accounts" | "rename-variable" | "broadcast-ai-generate" | "broadcast-website-scrape" | "import-subscribers-from-crm" | "resync-subscriber-crm-tags";
            /** @description When the job last changed. */
            updated_at: string;
            /** @description Who set the job off, as a user id. */
            readonly user_id?: string | null;
            /** @description The workspace the job belongs to, by id. */
            readonly workspace_id: string;
        };
    };
    responses: {
        /** @description There is nothing at this address, or not for this key. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @enum {string} */
                    error: "Not Found";
                    message: string;
                    /** @enum {number} */
                    statusCode: 404;
                };
            };
        };
        /** @description The workspace has no paid plan that is active. */
        PaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @enum {string} */
                    error: "Payment Required";
                    message: string;
                    /** @enum {number} */
                    statusCode: 402;
                };
            };
        };
        /** @description Too many requests in too short a time; the workspace shares one limit among all its keys. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @enum {string} */
                    error: "Too Many Requests";
                    message: string;
                    /** @enum {number} */
                    statusCode: 429;
                };
            };
        };
        /** @description No API key was sent, or one that does not exist or was revoked. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @enum {string} */
                    error: "Unauthorized";
                    message: string;
                    /** @enum {number} */
                    statusCode: 401;
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccount: {
        parameters: {
            query?: {
                /** @description Take only accounts in this state. */
                filter?: "ACC_FILTER_PAUSED" | "ACC_FILTER_ERROR" | "ACC_FILTER_NO_CTD" | "ACC_FILTER_PW_ACCOUNTS" | "ACC_FILTER_DFY" | "ACC_FILTER_DFY_SETUP_PENDING" | "ACC_FILTER_W_ACTIVE" | "ACC_FILTER_W_PAUSED" | "ACC_FILTER_W_ERROR";
                /** @description Give each account with its tags. */
                include_tags?: boolean;
                /** @description How many accounts a page holds at most. */
                limit?: number;
                provider_code?: 1 | 2 | 3 | 4 | 8 | 11;
                search?: string;
                /** @description How many accounts to pass over. For lists ordered by `sort_by`, which have no cursor. */
                skip?: number;
                /** @description What to order the list by. */
                sort_by?: "timestamp_created" | "email" | "stat_warmup_score" | "status";
                /** @description Which way to order the list; downwards (`desc`) when only `sort_by` is given. */
                sort_order?: "asc" | "desc";
                /** @description Where to go on: the `next_starting_after` of the page before. Made of `timestamp_created&email`; a plain ISO date-time, as it once was, is still taken. */
                starting_after?: string;
                status?: 1 | 2 | 3 | -1 | -2 | -3;
                /** @description Take only accounts with at least one of these tags: ids, with commas between them. */
                tag_ids?: string;
                /** @description Take only accounts with every one of these tags: ids, with commas between them. */
                tag_ids_all?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts, a page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Accounts, a page of them. */
                        items: (components["schemas"]["Account"] & {
                            /** @description The account's tags; here only when `include_tags` asks for them. */
                            tags?: {
                                /** @description What the tag is for. */
                                description?: string | null;
                                /** @description The tag's id. */
                                id?: string;
                                /** @description The tag as people see it. */
                                label?: string;
                            }[] | null;
                        })[];
                        /** @description What to pass as `starting_after` for the next page: an opaque text. */
                        next_starting_after?: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The account to add. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many emails the account may send in a day. */
                    daily_limit?: number | null;
                    /**
                     * Format: email
                     * @description The account's address, which is also its key.
                     */
                    email: string;
                    /** @description Raise the sending limit step by step instead of at once. */
                    enable_slow_ramp?: boolean | null;
                    /** @description The sender's first name. */
                    first_name: string;
                    imap_host: string;
                    imap_password: string;
                    imap_port: number;
                    imap_username: string;
                    /** @description How many inbox placement tests the account may take part in. */
                    inbox_placement_test_limit?: number | null;
                    /** @description The sender's last name. */
                    last_name: string;
                    /**
                     * @description Who hosts the mailbox. With the wrong code the account does not work.
                     * @enum {number}
                     */
                    provider_code: 1 | 2 | 3 | 4 | 8 | 11;
                    reply_to?: string;
                    /** @description Minutes between two emails from the account; with several campaigns, the least wait. */
                    sending_gap?: number;
                    /** @description The signature below the account's emails. */
                    signature?: string | null;
                    skip_cname_check?: boolean;
                    smtp_host: string;
                    smtp_password: string;
                    smtp_port: number;
                    smtp_username: string;
                    /** @description The domain that tracked links point to. */
                    tracking_domain_name?: string | null;
                    /** @description Whether the tracking domain works. */
                    tracking_domain_status?: string | null;
                    /** @description How the account is warmed up. */
                    warmup?: {
                        /** @description Finer settings of warmup. */
                        advanced?: {
                            /** @description The share of warmup emails to mark as important. */
                            important_rate?: number;
                            /** @description The share of warmup emails to open. */
                            open_rate?: number;
                            /** @description Take time over a warmup email, as a reader would. */
                            read_emulation?: boolean;
                            /** @description The share of warmup emails to rescue from the spam folder. */
                            spam_save_rate?: number;
                            /** @description Warm up the custom tracking domain as well. */
                            warm_ctd?: boolean;
                            /** @description Keep warmup to working days. */
                            weekday_only?: boolean;
                        };
                        /**
                         * @description By how much the number of warmup emails grows from day to day, from nothing up to the limit. With `disabled` the whole limit holds from the first day.
                         * @enum {string}
                         */
                        increment?: "disabled" | "0" | "1" | "2" | "3" | "4";
                        /** @description How many warmup emails to send in a day. */
                        limit?: number;
                        /** @description The share of warmup emails to answer. */
                        reply_rate?: number;
                        /** @description A tag that marks the warmup emails. */
                        warmup_custom_ftag?: string;
                    };
                    warmup_custom_ftag?: string;
                };
            };
        };
        responses: {
            /** @description The account that was added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The body lacks a field, or has a value that is not taken. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        error: "Bad Request";
                        message: string;
                        /** @enum {number} */
                        statusCode: 400;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getDailyAccountAnalytics: {
        parameters: {
            query?: {
                /** @description The accounts to report on. Must be given: it is required, with at most 200 different addresses. */
                emails?: string[];
                /** @description The last day to report on; today unless given. */
                end_date?: string;
                /** @description The first day to report on; unless given, the report covers the 30 days up to `end_date`. It covers at most 31 days. */
                start_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Campaign and subsequence emails that bounced. */
                        bounced: number;
                        /** @description Clicks on links. */
                        clicks: number;
                        /** @description Different people who were written to. */
                        contacted: number;
                        /** @description The day, as YYYY-MM-DD. */
                        date: string;
                        /** @description The account that sent. */
                        email_account: string;
                        /** @description Leads written to for the first time. */
                        new_leads_contacted: number;
                        /** @description Times an email was opened. */
                        opened: number;
                        /** @description Replies that came in. */
                        replies: number;
                        /** @description Replies that a machine wrote, as far as can be told. */
                        replies_automatic: number;
                        /** @description Campaign and subsequence emails that went out. */
                        sent: number;
                        /** @description Leads who clicked: each counts once, whatever the links. */
                        unique_clicks: number;
                        /** @description Emails opened at least once. */
                        unique_opened: number;
                        /** @description Replies, one for each lead. */
                        unique_replies: number;
                        /** @description Machine-written replies, one for each lead. */
                        unique_replies_automatic: number;
                    }[];
                };
            };
            /** @description The answer. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was wrong, in words. */
                        message?: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            /** @description The report would be too large: ask for fewer accounts or fewer days. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        error: "Payload Too Large";
                        message: string;
                        /** @enum {number} */
                        statusCode: 413;
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
        };
    };
    getCtdStatus: {
        parameters: {
            query: {
                /** @description The host of the tracking domain. */
                host: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cname?: boolean;
                        host?: string;
                        ssl?: boolean;
                        success?: boolean;
                    };
                };
            };
            /** @description The answer. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        host?: string;
                        message?: string;
                        status?: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    moveAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The workspace to move the accounts to, by id. */
                    destination_workspace_id: string;
                    /** @description The accounts to move. */
                    emails: string[];
                    /** @description The workspace the accounts are in now, by id. */
                    source_workspace_id: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status?: "success";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    pauseAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The accounts to pause; an address given twice counts once. */
                    emails: string[];
                };
            };
        };
        responses: {
            /** @description Which accounts were paused and which were not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Addresses that are no accounts, and accounts whose status stayed as it was. */
                        failed_emails: string[];
                        /** @description Accounts that are paused now. */
                        paused_emails: string[];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    testAccountVitals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    accounts?: string[];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failure_list?: {
                            allPass?: boolean;
                            dkim?: boolean;
                            dmarc?: boolean;
                            domain?: string;
                            mx?: boolean;
                            spf?: boolean;
                        }[];
                        status?: string;
                        success_list?: {
                            allPass?: boolean;
                            dkim?: boolean;
                            dmarc?: boolean;
                            domain?: string;
                            mx?: boolean;
                            spf?: boolean;
                        }[];
                    };
                };
            };
            /** @description The answer. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getWarmupAnalytics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The accounts to report on, all of the key's workspace. */
                    emails: string[];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aggregate_data?: {
                            [key: string]: {
                                health_score?: number;
                                health_score_label?: string;
                                landed_inbox?: number;
                                landed_spam?: number;
                                received?: number;
                                sent?: number;
                            };
                        };
                        email_date_data?: {
                            [key: string]: {
                                [key: string]: {
                                    landed_inbox?: number;
                                    landed_spam?: number;
                                    received?: number;
                                    sent?: number;
                                };
                            };
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    disableWarmupForAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The accounts to stop warming up, all of the key's workspace. */
                    emails?: string[];
                    /** @description With `include_all_emails`: accounts to leave out. */
                    excluded_emails?: string[];
                    /** @description With `include_all_emails`: take only accounts with this tag or in this state. */
                    filter?: ({
                        /**
                         * @description Take only accounts in this state.
                         * @enum {string|null}
                         */
                        filter?: "ACC_FILTER_PAUSED" | "ACC_FILTER_ERROR" | "ACC_FILTER_NO_CTD" | "ACC_FILTER_PW_ACCOUNTS" | "ACC_FILTER_DFY" | "ACC_FILTER_DFY_SETUP_PENDING" | "ACC_FILTER_W_ACTIVE" | "ACC_FILTER_W_PAUSED" | "ACC_FILTER_W_ERROR" | null;
                        /** @description Take only accounts with this tag, by id. */
                        tag_id?: string;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Take every account of the workspace. */
                    include_all_emails?: boolean;
                    /** @description With `include_all_emails`: take only accounts that match this text. */
                    search?: string;
                };
            };
        };
        responses: {
            /** @description The job that was started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackgroundJob"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    enableWarmupForAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The accounts to warm up, all of the key's workspace. */
                    emails?: string[];
                    /** @description With `include_all_emails`: accounts to leave out. */
                    excluded_emails?: string[];
                    /** @description With `include_all_emails`: take only accounts with this tag or in this state. */
                    filter?: {
                        /**
                         * @description Take only accounts in this state.
                         * @enum {string|null}
                         */
                        filter?: "ACC_FILTER_PAUSED" | "ACC_FILTER_ERROR" | "ACC_FILTER_NO_CTD" | "ACC_FILTER_PW_ACCOUNTS" | "ACC_FILTER_DFY" | "ACC_FILTER_DFY_SETUP_PENDING" | "ACC_FILTER_W_ACTIVE" | "ACC_FILTER_W_PAUSED" | "ACC_FILTER_W_ERROR" | null;
                        /** @description Take only accounts with this tag, by id. */
                        tag_id?: string;
                    } | null;
                    /** @description Take every account of the workspace. */
                    include_all_emails?: boolean;
                    /** @description With `include_all_emails`: take only accounts that match this text. */
                    search?: string;
                };
            };
        };
        responses: {
            /** @description The job that was started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackgroundJob"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's address. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's address. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    patchAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address of the account to change. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description How many emails the account may send in a day. */
                    daily_limit?: number | null;
                    /** @description Raise the sending limit step by step instead of at once. */
                    enable_slow_ramp?: boolean | null;
                    /** @description The sender's first name. */
                    first_name?: string;
                    /** @description How many inbox placement tests the account may take part in. */
                    inbox_placement_test_limit?: number | null;
                    /** @description The sender's last name. */
                    last_name?: string;
                    remove_tracking_domain?: boolean;
                    /**
                     * Format: email
                     * @description The address that answers go to, when not the account's own.
                     */
                    reply_to?: string | null;
                    /** @description Minutes between two emails from the account; with several campaigns, the least wait. */
                    sending_gap?: number;
                    /** @description The signature below the account's emails. */
                    signature?: string | null;
                    skip_cname_check?: boolean;
                    /** @description The domain that tracked links point to. */
                    tracking_domain_name?: string | null;
                    /** @description Whether the tracking domain works. */
                    tracking_domain_status?: string | null;
                    /** @description How the account is warmed up. */
                    warmup?: {
                        /** @description Finer settings of warmup. */
                        advanced?: {
                            /** @description The share of warmup emails to mark as important. */
                            important_rate?: number;
                            /** @description The share of warmup emails to open. */
                            open_rate?: number;
                            /** @description Take time over a warmup email, as a reader would. */
                            read_emulation?: boolean;
                            /** @description The share of warmup emails to rescue from the spam folder. */
                            spam_save_rate?: number;
                            /** @description Warm up the custom tracking domain as well. */
                            warm_ctd?: boolean;
                            /** @description Keep warmup to working days. */
                            weekday_only?: boolean;
                        };
                        /**
                         * @description By how much the number of warmup emails grows from day to day, from nothing up to the limit. With `disabled` the whole limit holds from the first day.
                         * @enum {string}
                         */
                        increment?: "disabled" | "0" | "1" | "2" | "3" | "4";
                        /** @description How many warmup emails to send in a day. */
                        limit?: number;
                        /** @description The share of warmup emails to answer. */
                        reply_rate?: number;
                        /** @description A tag that marks the warmup emails. */
                        warmup_custom_ftag?: string;
                    };
                };
            };
        };
        responses: {
            /** @description The account as it is after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    markAccountFixed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address of the account. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    pauseAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address of the account to stop sending from. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    resumeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address of the account. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
}
