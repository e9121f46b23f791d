//! What the API offers, as OpenAPI 3.1: the kinds of event and their fields come from the record's own
//! declarations, so the description cannot lag behind.

use axum::Json;
use serde_json::{Map, Value, json};

/// The description.
pub(super) async fn show() -> Json<Value> {
    Json(description())
}

fn description() -> Value {
    let person = json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } });
    let query = |name: &str, about: &str| json!({ "name": name, "in": "query", "schema": { "type": "string" }, "description": about });
    let as_at = query("as_at", "How things stood at the end of this day");
    let known_at = query("known_at", "As they were known at this moment");
    let ok = |about: &str| json!({ "200": { "description": about, "content": { "application/json": {} } }, "default": { "$ref": "#/components/responses/Problem" } });
    let get = |about: &str, parameters: Value| json!({ "get": { "summary": about, "parameters": parameters, "responses": ok(about) } });
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Onen", "version": env!("CARGO_PKG_VERSION"), "description": "One record for each child. Every call needs a bearer token tied to a role." },
        "security": [{ "bearer": [] }],
        "paths": {
            "/api/recordings": { "post": {
                "summary": "Append a recording, whole or not at all",
                "parameters": [{ "name": "Idempotency-Key", "in": "header", "schema": { "type": "string" }, "description": "Makes a retry safe" }],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Recording" } } } },
                "responses": {
                    "201": { "description": "Appended: its number and seal" }, "200": { "description": "Already appended under this key" },
                    "409": { "description": "Somebody else recorded something this relies on" }, "422": { "description": "A decision lacks something" },
                    "default": { "$ref": "#/components/responses/Problem" }
                }
            } },
            "/api/partners/messages": { "post": sending("Send a message about children to a team: JSON, or several parts with the JSON in `message` and a file in `document`", json!({ "application/json": { "schema": { "$ref": "#/components/schemas/partner_message.received" } }, "multipart/form-data": {} })) },
            "/api/partners/police-notices": { "post": sending("Send a police notice: the XML of docs/police-notice.md, or an e-mail’s body that holds it", json!({ "application/xml": {}, "text/plain": {} })) },
            "/api/partners/messages/{reference}": get("How it goes with what was sent", json!([{ "name": "reference", "in": "path", "required": true, "schema": { "type": "string" } }])),
            "/api/people": get("Find people", json!([query("search", "A name, date of birth, number, postcode or address")])),
            "/api/people/{id}/chronology": get("One person's entries as they stand", json!([person, as_at, known_at])),
            "/api/people/{id}/timeline": get("One person's spans", json!([person, as_at, known_at])),
            "/api/people/{id}/due": get("One person's duties", json!([person, as_at])),
            "/api/indicators/{id}": get("A figure with its base", json!([person, as_at, query("from", "First day"), query("to", "Last day")])),
        },
        "components": {
            "securitySchemes": { "bearer": { "type": "http", "scheme": "bearer" } },
            "responses": { "Problem": { "description": "Problem details (RFC 9457)", "content": { "application/problem+json": {} } } },
            "schemas": schemas(),
        }
    })
}

/// What a partner system sends to the front door, or to the team that it names.
fn sending(about: &str, content: Value) -> Value {
    json!({
        "summary": about,
        "parameters": [
            { "name": "team", "in": "query", "schema": { "type": "string" }, "description": "The team; the front door, if left out. A closed team’s successor takes it, and the answer says so" },
            { "name": "Idempotency-Key", "in": "header", "schema": { "type": "string" }, "description": "Makes a retry safe" },
        ],
        "requestBody": { "required": true, "content": content },
        "responses": {
            "201": { "description": "Kept: its reference and the team that has it" }, "200": { "description": "Kept before under this key" },
            "422": { "description": "Not taken: one sentence that says what is wrong and where" },
            "default": { "$ref": "#/components/responses/Problem" },
        },
    })
}

fn schemas() -> Value {
    let mut all = Map::new();
    let kinds: Vec<&str> = record::kinds().map(|info| info.kind).collect();
    all.insert("Recording".to_owned(), json!({
        "type": "object", "required": ["entries"], "additionalProperties": false,
        "properties": {
            "key": { "type": "string", "description": "Your own id for it: a retry adds nothing" },
            "on_behalf_of": { "type": "string" }, "shared": { "type": "object", "description": "Words that belong to every entry which shares them" },
            "source": { "type": "object" }, "seen": { "type": "object" },
            "entries": { "type": "array", "items": { "$ref": "#/components/schemas/Entry" } },
        }
    }));
    all.insert("Entry".to_owned(), json!({
        "type": "object", "required": ["about", "kind", "occurred"], "additionalProperties": false,
        "properties": {
            "about": { "type": "string" }, "kind": { "enum": kinds }, "version": { "type": "integer", "default": 1 },
            "occurred": { "type": "string", "description": "2026-03-02, or 2026-03-02T14:10+00:00" },
            "shares": { "type": "boolean", "default": false }, "body": { "type": "object", "description": "The fields of its kind" },
        }
    }));
    for info in record::kinds() {
        let fields: Map<String, Value> = info
            .fields
            .iter()
            .map(|field| {
                (field.name.to_owned(), json!({ "description": field.about, "x-shape": field.shape }))
            })
            .collect();
        let required: Vec<&str> =
            info.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        all.insert(info.kind.to_owned(), json!({ "type": "object", "title": info.title, "description": info.about.trim(), "properties": fields, "required": required }));
    }
    Value::Object(all)
}
