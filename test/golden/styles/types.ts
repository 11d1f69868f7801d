// Generated from snapshot.json. Do not edit: run `npm run generate`.

export interface paths {
    "/headers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["headers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/label/{one}/{list}/{lists}/{object}/{objects}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["label"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/matrix/{one}/{list}/{lists}/{object}/{objects}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simple/{id}/{list}/{object}/{exploded}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: boolean;
            };
            cookie?: never;
        };
        get: operations["simple"];
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
        Color: {
            G?: number;
            R?: number;
        };
        Names: string[];
    };
    responses: never;
    parameters: {
        session: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    headers: {
        parameters: {
            query?: never;
            header: {
                "X-List"?: components["schemas"]["Names"];
                "X-Object"?: components["schemas"]["Color"];
                "X-One": string;
                "X-Since"?: string | Date;
            };
            path?: never;
            cookie?: {
                names?: components["schemas"]["Names"];
                "session.id"?: components["parameters"]["session"];
            };
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    label: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: components["schemas"]["Names"];
                lists: components["schemas"]["Names"];
                object: components["schemas"]["Color"];
                objects: components["schemas"]["Color"];
                one: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    matrix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: components["schemas"]["Names"];
                lists: components["schemas"]["Names"];
                object: components["schemas"]["Color"];
                objects: components["schemas"]["Color"];
                one: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    plain: {
        parameters: {
            query?: {
                "filter[name]"?: string;
                ids?: number[];
            };
            header?: {
                "X-Trace"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    search: {
        parameters: {
            query?: {
                deep?: Record<string, unknown>;
                form?: components["schemas"]["Names"];
                joined?: components["schemas"]["Names"];
                object?: components["schemas"]["Color"];
                objectJoined?: components["schemas"]["Color"];
                objectPipes?: components["schemas"]["Color"];
                "odd&name"?: string;
                pipes?: components["schemas"]["Names"];
                reserved?: string;
                since?: string | Date;
                spaces?: components["schemas"]["Names"];
                where?: components["schemas"]["Color"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    simple: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: boolean;
                exploded: components["schemas"]["Color"];
                list: components["schemas"]["Names"];
                object: components["schemas"]["Color"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
