"""What `train_ner.py` trains on: annotated texts, completed by the model's own predictions, and variations of them."""
