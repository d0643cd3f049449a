package dev.orderflow.payment.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a webhook looks like. Only for the document: nothing of it is believed, and of the charge only the key is looked
 * at.
 */
@Schema(name = "Webhook", examples = """
        {"id": "evt_01a206f8", "type": "charge.made",
         "charge": {"key": "01a206f8-021f-7798-a2bc-15cc07700889", "status": "CAPTURED"}}""")
record WebhookMessage(String id, String type, Charge charge) {

    @Schema(name = "WebhookCharge")
    record Charge(@Schema(description = "The order's id") String key, String status) {}
}
