// Generated from snapshot.json. Do not edit: run `npm run generate`.

export interface paths {
    "/things": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listThings"];
        put?: never;
        post?: never;
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
        Anything: unknown;
        Thing: {
            anything?: components["schemas"]["Anything"];
            /** @enum {unknown} */
            mixed?: 1 | "1" | 2;
            /** @enum {integer} */
            state?: 1 | 2;
        };
        Things: components["schemas"]["Thing"][] | null;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listThings: {
        parameters: {
            query?: {
                starting_after?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that may lack everything */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": {
                        items?: components["schemas"]["Things"];
                        next_starting_after?: number | null;
                    };
                };
            };
        };
    };
}
